package ecommerce.proxyclient.desk.aftersale;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.orderclient.AfterSaleClient;
import ecommerce.proxyclient.paymentclient.RefundClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Reads an order with its version and its payment. The order can be reviewed without the payment. */
@Component
public class ReviewedOrders {

    private static final Logger log = LoggerFactory.getLogger(ReviewedOrders.class);

    private final AfterSaleClient orders;
    private final RefundClient payments;

    ReviewedOrders(AfterSaleClient orders, RefundClient payments) {
        this.orders = orders;
        this.payments = payments;
    }

    /** Returns the address of the order's page. */
    public static String page(long orderId) {
        return "/app/desk/orders/" + orderId;
    }

    public ReviewedOrder read(long orderId) {
        var answer = orders.order(orderId);
        var order = requireNonNull(answer.getBody());
        var etag = answer.getHeaders().getETag();
        try {
            var payment = payments.payments(orderId, 1, 0).collection().stream()
                    .findFirst()
                    .orElse(null);
            return new ReviewedOrder(order, etag, payment, true);
        } catch (RestClientException e) {
            log.warn(
                    "An order is reviewed without its payment: {}", e.getClass().getSimpleName());
            return new ReviewedOrder(order, etag, null, false);
        }
    }
}
