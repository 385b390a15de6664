package ecommerce.product.reservation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the expiry of reservations.
 *
 * @param expiry the time after which an uncommitted reservation expires
 * @param sweepInterval the interval between searches for expired reservations
 */
@ConfigurationProperties("shop.reservations")
record ReservationProperties(Duration expiry, Duration sweepInterval) {}
