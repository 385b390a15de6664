package ecommerce.product;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ProductServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ProductServiceApplication.class, args);
    }
}
