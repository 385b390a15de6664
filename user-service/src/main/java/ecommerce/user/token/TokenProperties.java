package ecommerce.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What tokens say and how long they live. */
@ConfigurationProperties("shop.tokens")
record TokenProperties(String issuer, String audience, Duration accessTokenLifetime, Duration refreshTokenLifetime) {}
