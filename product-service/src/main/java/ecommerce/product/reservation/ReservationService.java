package ecommerce.product.reservation;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import ecommerce.product.stock.OrderStock;
import ecommerce.product.stock.StockReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reserves stock for orders, all lines of an order or none, and commits, releases or returns each reservation once. */
@Service
@RepeatOnDeadlock
@Transactional
class ReservationService {

    private record Shortage(long productId, int requested, int available) {}

    private final ReservationRepository reservations;
    private final OrderStock stock;
    private final ReservationProperties properties;
    private final Clock clock;
    private final Counter stockOuts;

    ReservationService(
            ReservationRepository reservations,
            OrderStock stock,
            ReservationProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.reservations = reservations;
        this.stock = stock;
        this.properties = properties;
        this.clock = clock;
        this.stockOuts = Counter.builder("shop.stock.outs")
                .description("Orders refused because of insufficient stock")
                .register(meters);
    }

    /**
     * Reserves stock for an order, or returns its existing reservation. Fails with 409 if there isn't enough stock, or
     * if the reservation was released, has expired or was returned.
     */
    ReservationResponse reserve(long orderId, ReserveRequest request) {
        var quantities = request.quantities();
        var reservation = new Reservation(
                orderId, ReservationStatus.RESERVED, clock.instant().plus(properties.expiry()));
        if (!reservations.insert(reservation)) {
            return existing(orderId);
        }
        var tooFew = stock.reserve(orderId, quantities);
        if (!tooFew.isEmpty()) {
            stockOuts.increment();
            throw Problem.conflict("There isn't enough stock", Map.of("shortages", shortages(quantities, tooFew)));
        }
        reservations.insertLines(orderId, quantities);
        return respond(reservation, quantities);
    }

    private static List<Shortage> shortages(Map<Long, Integer> quantities, Map<Long, Integer> available) {
        return available.entrySet().stream()
                .map(each -> new Shortage(each.getKey(), quantities.getOrDefault(each.getKey(), 0), each.getValue()))
                .toList();
    }

    private ReservationResponse existing(long orderId) {
        var reservation = lock(orderId);
        return switch (reservation.status()) {
            case RESERVED, COMMITTED -> respond(reservation);
            case RELEASED, EXPIRED, RETURNED -> throw over(reservation);
        };
    }

    /** Commits a reservation. Fails with 409 if there is none, or if it was released, has expired or was returned. */
    ReservationResponse commit(long orderId) {
        var reservation = lock(orderId);
        return switch (reservation.status()) {
            case RESERVED -> {
                reservations.setStatus(orderId, ReservationStatus.COMMITTED);
                var committed = new Reservation(orderId, ReservationStatus.COMMITTED, reservation.expiresAt());
                yield respond(committed, stock.sell(orderId));
            }
            case COMMITTED -> respond(reservation);
            case RELEASED, EXPIRED, RETURNED -> throw over(reservation);
        };
    }

    /**
     * Releases reserved pieces, or returns committed pieces that aren't returned yet. If the order has no reservation,
     * a later attempt to reserve is refused.
     */
    ReservationResponse giveBack(long orderId, boolean restock) {
        var released = new Reservation(orderId, ReservationStatus.RELEASED, clock.instant());
        if (reservations.insert(released)) {
            return respond(released);
        }
        var reservation = lock(orderId);
        var status = switch (reservation.status()) {
            case RESERVED -> {
                stock.release(orderId, StockReason.RELEASED);
                yield ReservationStatus.RELEASED;
            }
            case COMMITTED -> {
                stock.takeBack(orderId, restock);
                yield ReservationStatus.RETURNED;
            }
            case RELEASED, EXPIRED, RETURNED -> reservation.status();
        };
        reservations.setStatus(orderId, status);
        return respond(new Reservation(orderId, status, reservation.expiresAt()));
    }

    List<Long> findExpired(Instant now) {
        return reservations.findExpired(now, 100);
    }

    void expire(long orderId) {
        if (lock(orderId).status() == ReservationStatus.RESERVED) {
            stock.release(orderId, StockReason.EXPIRED);
            reservations.setStatus(orderId, ReservationStatus.EXPIRED);
        }
    }

    /** Returns a page of reservations in ascending order of order ids. */
    @Transactional(readOnly = true)
    List<ReservationResponse> find(long afterOrderId, long upToOrderId, int size) {
        return withLines(reservations.find(afterOrderId, upToOrderId, size));
    }

    /** Returns the reservations of the given orders. */
    @Transactional(readOnly = true)
    List<ReservationResponse> find(Collection<Long> orderIds) {
        return withLines(reservations.find(orderIds));
    }

    private List<ReservationResponse> withLines(List<Reservation> page) {
        var lines =
                reservations.findLines(page.stream().map(Reservation::orderId).toList());
        return page.stream()
                .map(reservation -> new ReservationResponse(
                        reservation.orderId(),
                        reservation.status(),
                        reservation.expiresAt(),
                        lines.getOrDefault(reservation.orderId(), List.of())))
                .toList();
    }

    private Reservation lock(long orderId) {
        return reservations
                .lock(orderId)
                .orElseThrow(() -> Problem.conflict("Order %d has no reservation".formatted(orderId)));
    }

    private ReservationResponse respond(Reservation reservation) {
        return respond(reservation, reservations.findLines(reservation.orderId()));
    }

    private static ReservationResponse respond(Reservation reservation, SortedMap<Long, Integer> quantities) {
        return respond(reservation, ReservationItem.listOf(quantities));
    }

    private static ReservationResponse respond(Reservation reservation, List<ReservationItem> items) {
        return new ReservationResponse(reservation.orderId(), reservation.status(), reservation.expiresAt(), items);
    }

    private static RuntimeException over(Reservation reservation) {
        var status = reservation.status().name().toLowerCase(Locale.ROOT);
        return Problem.conflict("The reservation of order %d is %s".formatted(reservation.orderId(), status));
    }
}
