package ecommerce.defaults.serviceclient;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures the check of staff's tokens.
 *
 * @param introspectionUri user-service's introspection endpoint (RFC 7662)
 * @param cache how long an answer is used, and so how long a demoted member of staff may go on
 */
@ConfigurationProperties("shop.security.staff-tokens")
record StaffTokenProperties(
        String introspectionUri, @DefaultValue("5s") Duration cache) {}
