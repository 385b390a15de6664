package ecommerce.product.reservation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long stock stays promised.
 *
 * @param expiry until an order that doesn't come back loses its reservation
 * @param sweepInterval how often such reservations are looked for
 */
@ConfigurationProperties("shop.reservations")
record ReservationProperties(Duration expiry, Duration sweepInterval) {}
