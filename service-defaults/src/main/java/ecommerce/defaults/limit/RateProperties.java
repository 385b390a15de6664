package ecommerce.defaults.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits how many requests callers may send.
 *
 * @param enabled whether requests are counted at all
 * @param callers the number of callers that each limit keeps in memory
 * @param user the requests of a user to one instance of a service
 */
@ConfigurationProperties("shop.limits.rate")
public record RateProperties(boolean enabled, int callers, RateLimit user) {}
