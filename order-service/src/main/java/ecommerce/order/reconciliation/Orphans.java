package ecommerce.order.reconciliation;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.paymentclient.PaymentClient.BookLine;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Reservation;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.shippingclient.ShippingClient.ShipmentLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/**
 * Finds payments, reservations and parcels that belong to no order. Each run searches a part of the other services'
 * data and stores its position, so that the duration of a run doesn't grow with the history.
 */
@Component
class Orphans {

    private static final int PAGE = 500;
    private static final int PAGES_A_RUN = 20;

    private final ProductClient products;
    private final PaymentClient payments;
    private final ShippingClient shippings;
    private final OrderPages orders;
    private final BookCursors cursors;

    Orphans(
            ProductClient products,
            PaymentClient payments,
            ShippingClient shippings,
            OrderPages orders,
            BookCursors cursors) {
        this.products = products;
        this.payments = payments;
        this.shippings = shippings;
        this.orders = orders;
        this.cursors = cursors;
    }

    List<Mismatch> search() {
        var found = new ArrayList<Mismatch>();
        search(
                "payments",
                MismatchKind.PAYMENT_WITHOUT_ORDER,
                found,
                after -> payments.book(after, Long.MAX_VALUE, PAGE).collection().stream()
                        .map(BookLine::orderId)
                        .toList());
        search(
                "reservations",
                MismatchKind.RESERVATION_WITHOUT_ORDER,
                found,
                after -> products.reservations(after, Long.MAX_VALUE, PAGE).collection().stream()
                        .map(Reservation::orderId)
                        .toList());
        search(
                "shipments",
                MismatchKind.SHIPMENT_WITHOUT_ORDER,
                found,
                after -> shippings.shipments(after, Long.MAX_VALUE, PAGE).collection().stream()
                        .map(ShipmentLine::orderId)
                        .distinct()
                        .toList());
        return found;
    }

    private void search(String book, MismatchKind kind, List<Mismatch> found, LongFunction<List<Long>> page) {
        var position = cursors.find(book);
        for (var pages = 0; pages < PAGES_A_RUN; pages++) {
            var orderIds = page.apply(position);
            var existing = orders.existing(orderIds);
            orderIds.stream()
                    .filter(orderId -> !existing.contains(orderId))
                    .map(orderId -> new Mismatch(orderId, kind, "The order doesn't exist"))
                    .forEach(found::add);
            if (orderIds.size() < PAGE) {
                cursors.moveTo(book, 0);
                return;
            }
            position = orderIds.getLast();
            cursors.moveTo(book, position);
        }
    }
}
