package ecommerce.proxyclient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ProxyClientApplication {

    static void main(String[] args) {
        SpringApplication.run(ProxyClientApplication.class, args);
    }
}
