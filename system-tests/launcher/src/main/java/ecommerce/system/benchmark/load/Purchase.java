package ecommerce.system.benchmark.load;

import java.time.Duration;

/**
 * Is a whole purchase that was confirmed.
 *
 * @param answered from the POST of the order to its 201
 * @param confirmed from the same POST until a GET shows the order CONFIRMED
 * @param looks how many GETs that took
 */
public record Purchase(Duration answered, Duration confirmed, int looks) {}
