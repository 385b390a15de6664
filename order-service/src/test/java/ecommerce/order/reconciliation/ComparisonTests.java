package ecommerce.order.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.order.order.OrderStatus;
import ecommerce.order.paymentclient.PaymentClient.BookLine;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Reservation;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.shippingclient.ShippingClient.ShipmentLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Comparison comparison = new Comparison(NOW);

    /** The columns are order, reservation, payment, captured amount, refunded amount and shipments. */
    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, COMMITTED, CAPTURED,  20, 0,  READY",
        "CONFIRMED, COMMITTED, CAPTURED,  20, 5,  READY",
        "CONFIRMED, COMMITTED, CAPTURED,  20, 0,  SHIPPED READY",
        "SHIPPED,   COMMITTED, CAPTURED,  20, 0,  SHIPPED DELIVERED",
        "DELIVERED, COMMITTED, CAPTURED,  20, 0,  DELIVERED DELIVERED",
        "REJECTED,  RELEASED,  DECLINED,  0,  0,  ",
        "REJECTED,  EXPIRED,   VOIDED,    0,  0,  CANCELLED",
        "REJECTED,  ,          ,          0,  0,  ",
        "CANCELLED, RETURNED,  REFUNDED,  20, 20, CANCELLED",
        "RETURNED,  RETURNED,  REFUNDED,  20, 20, DELIVERED"
    })
    void findsNoMismatchIfAllServicesAgree(
            OrderStatus order, String stock, String payment, String captured, String refunded, String shipments) {
        assertThat(compare(order, stock, payment, captured, refunded, shipments))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, EXPIRED,   CAPTURED,   20, 0,  READY,     STOCK_NOT_SOLD",
        "CONFIRMED, ,          CAPTURED,   20, 0,  READY,     STOCK_NOT_SOLD",
        "CONFIRMED, COMMITTED, AUTHORISED, 0,  0,  READY,     PAYMENT_NOT_CAPTURED",
        "CONFIRMED, COMMITTED, CAPTURED,   19, 0,  READY,     PAYMENT_NOT_CAPTURED",
        "CONFIRMED, COMMITTED, ,           0,  0,  READY,     PAYMENT_NOT_CAPTURED",
        "CONFIRMED, COMMITTED, CAPTURED,   20, 0,  PENDING,   SHIPMENT_NOT_RELEASED",
        "CONFIRMED, COMMITTED, CAPTURED,   20, 0,  ,          SHIPMENT_DIFFERS",
        "CONFIRMED, COMMITTED, CAPTURED,   20, 0,  SHIPPED,   SHIPMENT_DIFFERS",
        "SHIPPED,   COMMITTED, CAPTURED,   20, 0,  READY,     SHIPMENT_DIFFERS",
        "DELIVERED, COMMITTED, CAPTURED,   20, 0,  CANCELLED, SHIPMENT_DIFFERS",
        "CONFIRMED, COMMITTED, REFUNDED,   20, 20, READY,     PAYMENT_REFUNDED",
        "REJECTED,  RESERVED,  VOIDED,     0,  0,  CANCELLED, STOCK_NOT_RETURNED",
        "REJECTED,  RELEASED,  AUTHORISED, 0,  0,  CANCELLED, PAYMENT_NOT_RETURNED",
        "REJECTED,  RELEASED,  VOIDED,     0,  0,  PENDING,   SHIPMENT_NOT_CANCELLED",
        "CANCELLED, RETURNED,  CAPTURED,   20, 15, CANCELLED, PAYMENT_NOT_RETURNED",
        "RETURNED,  COMMITTED, REFUNDED,   20, 20, DELIVERED, STOCK_NOT_RETURNED",
        "RETURNED,  RETURNED,  REFUNDED,   20, 20, READY,     SHIPMENT_DIFFERS",
        "PENDING,   RESERVED,  PENDING,    0,  0,  ,          CHECKOUT_LOST"
    })
    void findsEachKindOfMismatch(
            OrderStatus order,
            String stock,
            String payment,
            String captured,
            String refunded,
            String shipments,
            MismatchKind expected) {
        assertThat(compare(order, stock, payment, captured, refunded, shipments))
                .extracting(Mismatch::kind)
                .containsExactly(expected);
    }

    /** The columns are the payment's status, captured amount and refunded amount. */
    @ParameterizedTest
    @CsvSource({
        "AUTHORISED, 0,  0,  PAYMENT_NOT_RETURNED",
        "PENDING,    0,  0,  PAYMENT_NOT_RETURNED",
        "CAPTURED,   20, 0,  ",
        "VOIDED,     0,  0,  "
    })
    void comparesWhetherThePaymentOfAnOrderThatWasClosedByHandIsOpen(
            String payment, String captured, String refunded, @Nullable MismatchKind expected) {
        var closed = order(OrderStatus.REJECTED, true);

        assertThat(comparison.compare(
                        closed, reservation("RELEASED"), book(payment, captured, refunded), shipments("CANCELLED")))
                .extracting(Mismatch::kind)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void ignoresAShipmentThatChangedRecently() {
        var recent = List.of(shipment("SHIPPED", NOW.plusSeconds(1)));

        assertThat(comparison.compare(order(OrderStatus.CONFIRMED), reservation("COMMITTED"), paid(), recent))
                .isEmpty();
    }

    @Test
    void comparesQuantities() {
        var tooFew = new Reservation(1, "COMMITTED", List.of(new ProductClient.Item(5, 1)));
        var shipped = List.of(shipment("READY", NOW));

        assertThat(comparison.compare(order(OrderStatus.CONFIRMED), tooFew, paid(), shipped))
                .extracting(Mismatch::kind)
                .containsExactly(MismatchKind.STOCK_NOT_SOLD);
    }

    @Test
    void countsCancelledAndReturnedPieces() {
        var order = order(OrderStatus.DELIVERED)
                .with(Map.of(5L, new OrderState.Pieces(2, 1), 6L, new OrderState.Pieces(0, 0)));
        var sold = new Reservation(1, "COMMITTED", List.of(new ProductClient.Item(5, 1)));

        assertThat(comparison.compare(order, sold, paid(), List.of(shipment("DELIVERED", NOW))))
                .isEmpty();
    }

    @Test
    void doesNotExpectALostParcel() {
        var lost = new ShipmentLine(2, 1, "SHIPPED", "LOST", NOW, List.of(new ShippingClient.Item(6, 1)));
        var order = order(OrderStatus.DELIVERED)
                .with(Map.of(5L, new OrderState.Pieces(2, 2), 6L, new OrderState.Pieces(1, 0)));

        assertThat(comparison.compare(
                        order, reservation("COMMITTED"), paid(), List.of(shipment("DELIVERED", NOW), lost)))
                .isEmpty();
    }

    private List<Mismatch> compare(
            OrderStatus order,
            @Nullable String stock,
            @Nullable String payment,
            String captured,
            String refunded,
            @Nullable String shipments) {
        var lines = shipments == null ? List.<ShipmentLine>of() : shipments(shipments.split(" "));
        var book = payment == null ? null : book(payment, captured, refunded);
        return comparison.compare(order(order), stock == null ? null : reservation(stock), book, lines);
    }

    /** Returns shipments of two lamps: one in each of two shipments, or both in one. */
    private static List<ShipmentLine> shipments(String... statuses) {
        return Stream.of(statuses)
                .map(status -> new ShipmentLine(
                        1,
                        1,
                        status,
                        null,
                        NOW.minusSeconds(60),
                        List.of(new ShippingClient.Item(5, 2 / statuses.length))))
                .toList();
    }

    private static ShipmentLine shipment(String status, Instant changedAt) {
        return new ShipmentLine(1, 1, status, null, changedAt, List.of(new ShippingClient.Item(5, 2)));
    }

    private static BookLine book(String payment, String captured, String refunded) {
        return new BookLine(1, payment, new BigDecimal("20.00"), new BigDecimal(captured), new BigDecimal(refunded));
    }

    private static OrderState order(OrderStatus status) {
        return order(status, false);
    }

    private static OrderState order(OrderStatus status, boolean closedByHand) {
        return new OrderState(
                1,
                status,
                new BigDecimal("20.00"),
                NOW.minusSeconds(60),
                true,
                false,
                false,
                closedByHand,
                Map.of(5L, new OrderState.Pieces(2, 2)));
    }

    private static Reservation reservation(String status) {
        return new Reservation(1, status, List.of(new ProductClient.Item(5, 2)));
    }

    private static BookLine paid() {
        return new BookLine(1, "CAPTURED", new BigDecimal("20.00"), new BigDecimal("20.00"), BigDecimal.ZERO);
    }
}
