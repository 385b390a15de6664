package ecommerce.defaults.serviceclient;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures the check of staff's tokens.
 *
 * @param introspectionUri user-service's introspection endpoint (RFC 7662)
 * @param cache how long an answer is used, and so how long a demoted member of staff may go on
 * @param timeout the longest wait for an answer; half of it for the connection
 * @param retryInterval after no answer, the time for which the token isn't asked about again
 */
@ConfigurationProperties("shop.security.staff-tokens")
record StaffTokenProperties(
        String introspectionUri,
        @DefaultValue("5s") Duration cache,
        @DefaultValue("1s") Duration timeout,
        @DefaultValue("2s") Duration retryInterval) {}
