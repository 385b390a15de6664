package ecommerce.system.benchmark.load;

import java.time.Duration;

/**
 * The times of a confirmed purchase.
 *
 * @param answered time from the POST of the order to its 201
 * @param confirmed time from the same POST until a GET shows the order CONFIRMED
 * @param looks the number of GETs until then
 */
public record Purchase(Duration answered, Duration confirmed, int looks) {}
