package ecommerce.proxyclient.shop.checkout;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the checkout.
 *
 * @param cards the payment tokens that customers can choose: the sandbox's test cards
 */
@ConfigurationProperties("shop.checkout")
record CheckoutProperties(List<String> cards) {}
