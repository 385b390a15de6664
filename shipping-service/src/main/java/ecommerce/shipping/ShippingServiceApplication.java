package ecommerce.shipping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class ShippingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ShippingServiceApplication.class, args);
    }
}
