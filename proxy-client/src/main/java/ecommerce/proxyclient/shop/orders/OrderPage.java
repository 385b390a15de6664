package ecommerce.proxyclient.shop.orders;

import ecommerce.proxyclient.orderclient.OrderClient.Amendment;
import ecommerce.proxyclient.orderclient.OrderClient.Item;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.paymentclient.PaymentClient.Payment;
import ecommerce.proxyclient.shippingclient.ShippingClient.Shipment;
import java.math.BigDecimal;
import java.util.List;

/**
 * An order with what other services know of it. A list is empty while its service is unavailable.
 *
 * @param amendments cancelled, returned and lost pieces
 * @param complete whether all services have answered
 */
public record OrderPage(
        Order order, List<Shipment> parcels, List<Amendment> amendments, List<Payment> payments, boolean complete) {

    /** Returns whether the page should poll, because the order changes without the customer. */
    public boolean isMoving() {
        return order.isPending()
                || !complete
                || pendingRefund().signum() > 0
                || amendments.stream().anyMatch(Amendment::isInProgress)
                || parcels.stream().anyMatch(Shipment::isOnItsWay);
    }

    /** Returns a fingerprint of what the page shows, by which a poll notices a change. */
    String state() {
        return Integer.toHexString(hashCode());
    }

    /** Returns the amount that the customer got back. */
    public BigDecimal refunded() {
        return payments.stream().map(Payment::refundedAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the amount that is on its way back to the customer. */
    public BigDecimal pendingRefund() {
        return payments.stream().map(Payment::pendingRefundAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns whether the customer can ask for a return. An order has at most one open request. */
    public boolean isReturnable() {
        return order.isDelivered()
                && order.items().stream().anyMatch(item -> item.remaining() > 0)
                && amendments.stream().noneMatch(Amendment::isOpenReturn);
    }

    /** Returns the title of a product of the order. */
    public String title(long productId) {
        return order.items().stream()
                .filter(item -> item.productId() == productId)
                .map(Item::productTitle)
                .findFirst()
                .orElse("");
    }
}
