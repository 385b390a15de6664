package ecommerce.defaults.limit;

import java.time.Duration;

/**
 * How many requests a caller may send.
 *
 * @param requests the requests of a caller who has paused; they come back evenly over the period
 * @param period the time in which all of them come back
 */
public record RateLimit(long requests, Duration period) {}
