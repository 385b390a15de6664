package ecommerce.proxyclient.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The page's session.
 *
 * @param refreshLifetime how long a browser keeps it without coming back
 * @param secureCookie whether it travels by HTTPS alone
 */
@ConfigurationProperties("shop.session")
record SessionProperties(Duration refreshLifetime, boolean secureCookie) {}
