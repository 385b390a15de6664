package ecommerce.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the contents and lifetimes of tokens.
 *
 * @param refreshTokenLifetime how long an unused refresh token is valid
 * @param refreshGrace how long a used refresh token is accepted again
 * @param signInLifetime the time after which a user must enter the password again, however often the tokens are refreshed
 * @param signInsPerUser how many sign-ins of one user are kept; another one ends the oldest
 */
@ConfigurationProperties("shop.tokens")
record TokenProperties(
        String issuer,
        String audience,
        Duration accessTokenLifetime,
        Duration refreshTokenLifetime,
        Duration refreshGrace,
        Duration signInLifetime,
        int signInsPerUser) {}
