package ecommerce.order.reconciliation;

import ecommerce.order.order.OrderStatus;
import ecommerce.order.paymentclient.PaymentClient.BookLine;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Reservation;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.shippingclient.ShippingClient.ShipmentLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks what must be true of a settled order.
 *
 * @param changedBefore the status of a shipment that changed later isn't compared, because its event may still be on
 *     its way to the order
 */
record Comparison(Instant changedBefore) {

    List<Mismatch> compare(
            OrderState order, @Nullable Reservation stock, @Nullable BookLine payment, List<ShipmentLine> shipments) {
        var found = new ArrayList<Mismatch>();
        switch (order.status()) {
            case CONFIRMED, SHIPPED, DELIVERED -> {
                requireSold(order, stock, found);
                requireCaptured(order, payment, found);
                requireKept(order, payment, shipments, found);
                requireShipments(order, shipments, found);
            }
            case REJECTED, CANCELLED -> {
                requireReturned(order, stock, found);
                requireMoneyBack(order, payment, found);
                requireCancelled(order, shipments, found);
            }
            case RETURNED -> {
                requireReturned(order, stock, found);
                requireMoneyBack(order, payment, found);
                requireNothingToShip(order, shipments, found);
            }
            case PENDING, NEEDS_ATTENTION ->
                found.add(mismatch(order, MismatchKind.CHECKOUT_LOST, "All its steps are done"));
        }
        return found;
    }

    private static void requireSold(OrderState order, @Nullable Reservation stock, List<Mismatch> found) {
        if (stock == null || !stock.reservationStatus().equals("COMMITTED")) {
            found.add(mismatch(order, MismatchKind.STOCK_NOT_SOLD, "The reservation is " + status(stock)));
            return;
        }
        var sold = stock.items().stream()
                .collect(Collectors.toMap(ProductClient.Item::productId, ProductClient.Item::quantity));
        var out = quantities(order, OrderState.Pieces::out);
        if (!sold.equals(out)) {
            found.add(mismatch(order, MismatchKind.STOCK_NOT_SOLD, "Committed %s, expected %s".formatted(sold, out)));
        }
    }

    private static void requireReturned(OrderState order, @Nullable Reservation stock, List<Mismatch> found) {
        if (stock != null && Set.of("RESERVED", "COMMITTED").contains(stock.reservationStatus())) {
            found.add(mismatch(order, MismatchKind.STOCK_NOT_RETURNED, "The reservation is " + status(stock)));
        }
    }

    private static void requireCaptured(OrderState order, @Nullable BookLine payment, List<Mismatch> found) {
        var captured = payment == null ? BigDecimal.ZERO : payment.capturedAmount();
        if (captured.compareTo(order.fee()) != 0) {
            found.add(mismatch(
                    order, MismatchKind.PAYMENT_NOT_CAPTURED, "Captured %s of %s".formatted(captured, order.fee())));
        }
    }

    /**
     * Reports a payment that was refunded in full, but not by a step of the order, while parcels are still to be
     * shipped. These must not leave.
     */
    private static void requireKept(
            OrderState order, @Nullable BookLine payment, List<ShipmentLine> shipments, List<Mismatch> found) {
        if (order.status() == OrderStatus.CONFIRMED
                && shipments.stream().anyMatch(ShipmentLine::isWaiting)
                && payment != null
                && payment.capturedAmount().signum() > 0
                && payment.refundedAmount().compareTo(payment.capturedAmount()) >= 0) {
            found.add(mismatch(order, MismatchKind.PAYMENT_REFUNDED, "The payment was refunded in full"));
        }
    }

    /**
     * Reports money that the customer hasn't got back. Staff have settled what was captured for an order that they
     * closed by hand, but its payment must not be captured later.
     */
    private static void requireMoneyBack(OrderState order, @Nullable BookLine payment, List<Mismatch> found) {
        if (payment == null) {
            return;
        }
        var kept = payment.capturedAmount().subtract(payment.refundedAmount());
        var open = Set.of("PENDING", "AUTHORISED").contains(payment.paymentStatus());
        if (open || (kept.signum() != 0 && !order.closedByHand())) {
            found.add(mismatch(
                    order,
                    MismatchKind.PAYMENT_NOT_RETURNED,
                    "The payment is %s; %s is captured and not refunded".formatted(payment.paymentStatus(), kept)));
        }
    }

    private void requireShipments(OrderState order, List<ShipmentLine> shipments, List<Mismatch> found) {
        var statuses = shipments.stream()
                .filter(ShipmentLine::isExpected)
                .map(ShipmentLine::shippingStatus)
                .collect(Collectors.toSet());
        if (statuses.contains("PENDING")) {
            found.add(mismatch(order, MismatchKind.SHIPMENT_NOT_RELEASED, "The parcels are " + statuses));
            return;
        }
        var ordered = quantities(order, OrderState.Pieces::parcelled);
        var quantities = quantities(shipments);
        if (!quantities.equals(ordered)) {
            found.add(mismatch(
                    order,
                    MismatchKind.SHIPMENT_DIFFERS,
                    "The parcels contain %s, expected %s".formatted(quantities, ordered)));
        } else if (!fits(order.status(), statuses) && shipments.stream().noneMatch(this::isRecent)) {
            found.add(mismatch(order, MismatchKind.SHIPMENT_DIFFERS, "The parcels are " + statuses));
        }
    }

    private static boolean fits(OrderStatus status, Set<String> shipments) {
        return switch (status) {
            case CONFIRMED -> shipments.contains("READY");
            case SHIPPED -> Set.of("SHIPPED", "DELIVERED").containsAll(shipments) && shipments.contains("SHIPPED");
            default -> shipments.equals(Set.of("DELIVERED"));
        };
    }

    private boolean isRecent(ShipmentLine shipment) {
        return shipment.changedAt().isAfter(changedBefore);
    }

    private static void requireCancelled(OrderState order, List<ShipmentLine> shipments, List<Mismatch> found) {
        var statuses = shipments.stream().map(ShipmentLine::shippingStatus).collect(Collectors.toSet());
        if (!Set.of("CANCELLED").containsAll(statuses)) {
            found.add(mismatch(order, MismatchKind.SHIPMENT_NOT_CANCELLED, "The parcels are " + statuses));
        }
    }

    /** Reports a parcel that would still be shipped, for example because staff have corrected its status. */
    private static void requireNothingToShip(OrderState order, List<ShipmentLine> shipments, List<Mismatch> found) {
        if (shipments.stream().anyMatch(shipment -> shipment.isExpected() && shipment.isWaiting())) {
            found.add(mismatch(order, MismatchKind.SHIPMENT_DIFFERS, "A parcel is still to be shipped"));
        }
    }

    private static Map<Long, Integer> quantities(OrderState order, ToIntFunction<OrderState.Pieces> count) {
        return order.pieces().entrySet().stream()
                .filter(piece -> count.applyAsInt(piece.getValue()) > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, piece -> count.applyAsInt(piece.getValue())));
    }

    private static Map<Long, Integer> quantities(List<ShipmentLine> shipments) {
        return shipments.stream()
                .filter(shipment -> !shipment.shippingStatus().equals("CANCELLED"))
                .flatMap(shipment -> shipment.items().stream())
                .collect(Collectors.toMap(
                        ShippingClient.Item::productId, ShippingClient.Item::orderedQuantity, Integer::sum));
    }

    private static String status(@Nullable Reservation stock) {
        return stock == null ? "missing" : stock.reservationStatus();
    }

    private static Mismatch mismatch(OrderState order, MismatchKind kind, String detail) {
        return new Mismatch(order.orderId(), kind, "The order is %s. %s".formatted(order.status(), detail));
    }
}
