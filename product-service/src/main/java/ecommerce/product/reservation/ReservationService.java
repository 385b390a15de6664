package ecommerce.product.reservation;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.stock.StockService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises stock to orders, all of an order or nothing, and settles each promise once. */
@Service
@Transactional
class ReservationService {

    private record Shortage(long productId, int requested, int available) {}

    private final ReservationRepository reservations;
    private final StockService stock;
    private final ReservationProperties properties;
    private final Clock clock;

    ReservationService(
            ReservationRepository reservations, StockService stock, ReservationProperties properties, Clock clock) {
        this.reservations = reservations;
        this.stock = stock;
        this.properties = properties;
        this.clock = clock;
    }

    /** The order's reservation, made now or before; 409 if there isn't enough, or if it was given up already. */
    ReservationResponse reserve(long orderId, ReserveRequest request) {
        var quantities = request.quantities();
        var reservation = new Reservation(
                orderId, ReservationStatus.RESERVED, clock.instant().plus(properties.expiry()));
        if (!reservations.insert(reservation)) {
            return existing(orderId);
        }
        var shortages = new ArrayList<Shortage>();
        quantities.forEach((productId, quantity) -> stock.reserve(productId, quantity)
                .ifPresent(available -> shortages.add(new Shortage(productId, quantity, available))));
        if (!shortages.isEmpty()) {
            throw Problem.conflict("There isn't enough in stock", Map.of("shortages", shortages));
        }
        reservations.insertLines(orderId, quantities);
        return respond(reservation);
    }

    private ReservationResponse existing(long orderId) {
        var reservation = lock(orderId);
        return switch (reservation.status()) {
            case RESERVED, COMMITTED -> respond(reservation);
            case RELEASED, EXPIRED -> throw over(reservation);
        };
    }

    /** Sells what is reserved; 409 if the reservation is over or never was. */
    ReservationResponse commit(long orderId) {
        var reservation = lock(orderId);
        switch (reservation.status()) {
            case RESERVED -> {
                reservations
                        .findLines(orderId)
                        .forEach(line -> stock.sell(line.productId(), line.quantity(), orderId));
                reservations.setStatus(orderId, ReservationStatus.COMMITTED);
            }
            case COMMITTED -> {
                // once is enough
            }
            case RELEASED, EXPIRED -> throw over(reservation);
        }
        return respond(new Reservation(orderId, ReservationStatus.COMMITTED, reservation.expiresAt()));
    }

    /** Gives the stock back, and remembers it where the reservation hasn't arrived yet; 409 if it was sold. */
    ReservationResponse release(long orderId) {
        var released = new Reservation(orderId, ReservationStatus.RELEASED, clock.instant());
        if (reservations.insert(released)) {
            return respond(released);
        }
        var reservation = lock(orderId);
        if (reservation.status() == ReservationStatus.COMMITTED) {
            throw Problem.conflict("The stock of order %d is sold".formatted(orderId));
        }
        end(reservation, ReservationStatus.RELEASED);
        return respond(new Reservation(orderId, ReservationStatus.RELEASED, reservation.expiresAt()));
    }

    List<Long> findExpired(Instant now) {
        return reservations.findExpired(now, 100);
    }

    void expire(long orderId) {
        end(lock(orderId), ReservationStatus.EXPIRED);
    }

    private void end(Reservation reservation, ReservationStatus status) {
        if (reservation.status() == ReservationStatus.RESERVED) {
            reservations
                    .findLines(reservation.orderId())
                    .forEach(line -> stock.release(line.productId(), line.quantity()));
            reservations.setStatus(reservation.orderId(), status);
        }
    }

    private Reservation lock(long orderId) {
        return reservations
                .lock(orderId)
                .orElseThrow(() -> Problem.conflict("Order %d has no reservation".formatted(orderId)));
    }

    private ReservationResponse respond(Reservation reservation) {
        var lines = reservations.findLines(reservation.orderId());
        return new ReservationResponse(
                reservation.orderId(), reservation.status(), reservation.expiresAt(), lines);
    }

    private static RuntimeException over(Reservation reservation) {
        var status = reservation.status().name().toLowerCase(Locale.ROOT);
        return Problem.conflict("The reservation of order %d is %s".formatted(reservation.orderId(), status));
    }
}
