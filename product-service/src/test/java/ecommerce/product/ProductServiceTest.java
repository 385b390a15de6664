package ecommerce.product;

import ecommerce.defaults.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Starts product-service once for all tests with this annotation. Expired reservations are swept every second. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = "shop.reservations.sweep-interval=1s")
public @interface ProductServiceTest {}
