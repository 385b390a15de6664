package ecommerce.proxyclient.shop.orders;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.paymentclient.PaymentClient;
import ecommerce.proxyclient.shippingclient.ShippingClient;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Reads what the page of an order shows besides the order. The order can be seen without it. */
@Component
class OrderPageReader {

    private static final Logger log = LoggerFactory.getLogger(OrderPageReader.class);

    private final OrderClient orders;
    private final ShippingClient shipments;
    private final PaymentClient payments;

    OrderPageReader(OrderClient orders, ShippingClient shipments, PaymentClient payments) {
        this.orders = orders;
        this.shipments = shipments;
        this.payments = payments;
    }

    /** Reads nothing more about a pending order, because its page polls often. */
    OrderPage of(Order order) {
        if (order.isPending()) {
            return new OrderPage(order, List.of(), List.of(), List.of(), true);
        }
        var id = order.orderId();
        var parcels = read("parcels", page -> shipments.shipments(id, Listing.LARGEST, page));
        var amendments = read("amendments", page -> orders.amendments(id, Listing.LARGEST, page));
        var paid = read("payments", page -> payments.payments(id, Listing.LARGEST, page));
        return new OrderPage(
                order,
                parcels.orElse(List.of()),
                amendments.orElse(List.of()),
                paid.orElse(List.of()),
                parcels.isPresent() && amendments.isPresent() && paid.isPresent());
    }

    /** Returns nothing if the service is unavailable. */
    private static <T> Optional<List<T>> read(String what, IntFunction<Listing<T>> pages) {
        try {
            return Optional.of(Listing.all(pages));
        } catch (RestClientException e) {
            log.warn("An order is shown without its {}: {}", what, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
