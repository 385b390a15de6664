package ecommerce.order.reconciliation;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.paymentclient.PaymentClient.BookLine;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Reservation;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.shippingclient.ShippingClient.ShipmentLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the data about orders from product-, payment- and shipping-service. */
@Component
class Neighbours {

    private final ProductClient products;
    private final PaymentClient payments;
    private final ShippingClient shippings;

    Neighbours(ProductClient products, PaymentClient payments, ShippingClient shippings) {
        this.products = products;
        this.payments = payments;
        this.shippings = shippings;
    }

    /** The data of the other services, by order id. */
    record Knowledge(
            Map<Long, Reservation> reservations,
            Map<Long, BookLine> payments,
            Map<Long, List<ShipmentLine>> shipments) {}

    /** Reads the data about the given orders, up to 500. */
    Knowledge ask(Collection<Long> orderIds) {
        // One parameter for all ids, because the metrics of HTTP calls contain the parameter names in their labels.
        var ids = orderIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return new Knowledge(
                products.lookUp(ids).collection().stream()
                        .collect(Collectors.toMap(Reservation::orderId, Function.identity())),
                payments.lookUp(ids).collection().stream()
                        .collect(Collectors.toMap(BookLine::orderId, Function.identity())),
                shippings.lookUp(ids).collection().stream().collect(Collectors.groupingBy(ShipmentLine::orderId)));
    }
}
