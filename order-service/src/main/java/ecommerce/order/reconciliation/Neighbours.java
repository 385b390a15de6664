package ecommerce.order.reconciliation;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.paymentclient.PaymentClient.BookLine;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Reservation;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.shippingclient.ShippingClient.ShipmentLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the other services know of orders, read in pages. */
@Component
class Neighbours {

    private static final int SIZE = 200;

    private final ProductClient products;
    private final PaymentClient payments;
    private final ShippingClient shippings;

    Neighbours(ProductClient products, PaymentClient payments, ShippingClient shippings) {
        this.products = products;
        this.payments = payments;
        this.shippings = shippings;
    }

    /** All that is known of the orders of a range of ids, by order. */
    record Knowledge(
            Map<Long, Reservation> reservations,
            Map<Long, BookLine> payments,
            Map<Long, List<ShipmentLine>> shipments) {

        Set<Long> orderIds() {
            var ids = new TreeSet<>(reservations.keySet());
            ids.addAll(payments.keySet());
            ids.addAll(shipments.keySet());
            return ids;
        }
    }

    /** Of orders after the one, up to and with the other. */
    Knowledge ask(long afterOrderId, long upToOrderId) {
        var reservations = all(
                afterOrderId,
                from -> products.reservations(from, upToOrderId, SIZE).collection(),
                Reservation::orderId);
        var book = all(
                afterOrderId, from -> payments.book(from, upToOrderId, SIZE).collection(), BookLine::orderId);
        var shipments = all(
                afterOrderId,
                from -> shippings.shipments(from, upToOrderId, SIZE).collection(),
                ShipmentLine::orderId);
        return new Knowledge(
                reservations.stream().collect(Collectors.toMap(Reservation::orderId, Function.identity())),
                book.stream().collect(Collectors.toMap(BookLine::orderId, Function.identity())),
                shipments.stream().collect(Collectors.groupingBy(ShipmentLine::orderId)));
    }

    private static <T> List<T> all(long afterOrderId, LongFunction<List<T>> page, ToLongFunction<T> orderId) {
        var found = new ArrayList<T>();
        var next = page.apply(afterOrderId);
        while (!next.isEmpty()) {
            found.addAll(next);
            next = next.size() < SIZE ? List.of() : page.apply(orderId.applyAsLong(next.getLast()));
        }
        return found;
    }
}
