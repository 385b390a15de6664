package ecommerce.defaults.serviceclient;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures when calls to a service are rejected without an attempt.
 *
 * @param window the number of latest calls that are evaluated, and the minimum number of calls
 * @param failureRate the percentage of failed calls at which the breaker opens
 * @param openFor how long the breaker stays open
 * @param probes the number of trial calls after that
 */
@ConfigurationProperties("shop.circuit-breaker")
record CircuitBreakerProperties(
        @DefaultValue("20") int window,
        @DefaultValue("50") int failureRate,
        @DefaultValue("2s") Duration openFor,
        @DefaultValue("5") int probes) {}
