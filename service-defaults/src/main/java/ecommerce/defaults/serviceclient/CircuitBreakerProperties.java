package ecommerce.defaults.serviceclient;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When calls to a service are given up beforehand.
 *
 * @param window how many of the latest calls are looked at, and how many there must be
 * @param failureRate per cent of them without an answer, above which the breaker opens
 * @param openFor how long it lets none through then
 * @param probes how many it lets through after that, to find out
 */
@ConfigurationProperties("shop.circuit-breaker")
record CircuitBreakerProperties(
        @DefaultValue("20") int window,
        @DefaultValue("50") int failureRate,
        @DefaultValue("2s") Duration openFor,
        @DefaultValue("5") int probes) {}
