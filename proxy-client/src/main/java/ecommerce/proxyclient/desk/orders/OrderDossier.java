package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.AmendedPieces;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.Note;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.OrderAction;
import ecommerce.proxyclient.paymentclient.RefundClient.PaymentAccount;
import ecommerce.proxyclient.paymentclient.RefundClient.Refund;
import ecommerce.proxyclient.productclient.StockClient.Movement;
import ecommerce.proxyclient.shippingclient.ParcelHistoryClient.TrackedParcel;
import ecommerce.proxyclient.userclient.AccountClient.Account;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the services know of an order.
 *
 * @param customer null if user-service is unavailable, or the account doesn't exist any more
 * @param movements what the order has moved in the stock of its products, the oldest first
 * @param actions what staff did, from the audit log of order-service
 * @param missing the parts that are empty because their service is unavailable
 */
public record OrderDossier(
        Order order,
        @Nullable Account customer,
        List<PaymentDossier> payments,
        List<Movement> movements,
        List<TrackedParcel> parcels,
        List<AmendedPieces> amendments,
        List<Note> notes,
        List<OrderAction> actions,
        Set<String> missing) {

    /**
     * A payment with its refunds.
     *
     * @param requesters the names of who requested the refunds, by the refunds' ids; incomplete if a name is unknown
     */
    public record PaymentDossier(PaymentAccount payment, List<Refund> refunds, Map<Long, String> requesters) {

        public String requester(Refund refund) {
            return requesters.getOrDefault(refund.refundId(), "payment-service");
        }
    }

    /** Returns the title of a product of the order. */
    public String title(long productId) {
        return order.items().stream()
                .filter(item -> item.productId() == productId)
                .map(item -> item.productTitle())
                .findFirst()
                .orElse(Objects.toString(productId));
    }

    /** Returns the events of all services, the oldest first. */
    public List<TimelineEvent> timeline() {
        return Timeline.of(this);
    }

    /** Returns whether pieces can be cancelled: the order is confirmed, so that some of them may not have left yet. */
    public boolean hasCancellablePieces() {
        return order.isCancellable() && hasPieces();
    }

    public boolean isCancellable() {
        return order.isPending() || order.isCancellable();
    }

    public boolean isReturnable() {
        return order.isDelivered() && hasPieces();
    }

    private boolean hasPieces() {
        return order.items().stream().anyMatch(item -> item.remaining() > 0);
    }
}
