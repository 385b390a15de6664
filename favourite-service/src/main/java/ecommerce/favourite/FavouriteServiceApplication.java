package ecommerce.favourite;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class FavouriteServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(FavouriteServiceApplication.class, args);
    }
}
