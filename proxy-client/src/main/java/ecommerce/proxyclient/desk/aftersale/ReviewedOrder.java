package ecommerce.proxyclient.desk.aftersale;

import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.paymentclient.RefundClient.PaymentAccount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as staff see it before they change it.
 *
 * @param etag the version of the order
 * @param payment null if the order has none, or payment-service is unavailable
 * @param isPaymentKnown whether payment-service has answered
 */
public record ReviewedOrder(
        Order order, @Nullable String etag, @Nullable PaymentAccount payment, boolean isPaymentKnown) {

    /** Returns the name of the customer; the number of the account if the order has no name. */
    public String customer() {
        var recipient = order.recipient();
        return recipient == null ? Long.toString(order.userId()) : recipient.name();
    }

    public String number() {
        return Long.toString(order.orderId());
    }

    /** Returns the page of the order. */
    public String page() {
        return ReviewedOrders.page(order.orderId());
    }

    /** Returns the rest of the payment, which is refunded if the whole order is undone. */
    public BigDecimal rest() {
        return payment == null ? BigDecimal.ZERO : payment.refundableAmount();
    }

    /** Returns what is refunded for pieces of this price: no more than the rest of the payment. */
    public BigDecimal refund(BigDecimal price) {
        return price.min(rest());
    }

    public boolean isCaptured() {
        return payment != null && payment.isCaptured();
    }
}
