package ecommerce.proxyclient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class ProxyClientApplication {

    static void main(String[] args) {
        SpringApplication.run(ProxyClientApplication.class, args);
    }
}
