package ecommerce.proxyclient.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the page's session.
 *
 * @param refreshLifetime how long a browser keeps an unused session
 * @param secureCookie whether the cookie is sent only over HTTPS
 */
@ConfigurationProperties("shop.session")
record SessionProperties(Duration refreshLifetime, boolean secureCookie) {}
