package ecommerce.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Configures the contents and lifetimes of tokens. */
@ConfigurationProperties("shop.tokens")
record TokenProperties(String issuer, String audience, Duration accessTokenLifetime, Duration refreshTokenLifetime) {}
