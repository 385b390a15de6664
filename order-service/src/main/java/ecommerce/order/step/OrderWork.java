package ecommerce.order.step;

import ecommerce.order.line.OrderLine;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data of an order that its steps need. It is read before a step calls another service, so that no transaction is
 * open during the call.
 *
 * @param goal the status that the order's route leads to
 * @param lines by product id
 * @param paymentToken null once no step needs it
 * @param reason why the order is undone, or null
 * @param cancelRequestedBy who has ordered to cancel, reject or return the order, or null if nobody has
 * @param restock whether returned pieces go back on sale
 * @param closedByHand whether staff have settled the money outside the shop
 * @param pieces the pieces that the route changes, or null if the route concerns the whole order
 */
public record OrderWork(
        long orderId,
        OrderStatus goal,
        long userId,
        BigDecimal fee,
        Map<Long, OrderLine> lines,
        DeliveryAddress address,
        @Nullable Recipient recipient,
        @Nullable String paymentToken,
        @Nullable String reason,
        @Nullable String cancelRequestedBy,
        boolean restock,
        boolean closedByHand,
        @Nullable Pieces pieces) {

    /** Returns a copy with the stored request to cancel the order and the stored reason. */
    public OrderWork with(@Nullable String newCancelRequestedBy, @Nullable String newReason) {
        return new OrderWork(
                orderId,
                goal,
                userId,
                fee,
                lines,
                address,
                recipient,
                paymentToken,
                newReason,
                newCancelRequestedBy,
                restock,
                closedByHand,
                pieces);
    }

    /** Returns a copy with another goal. */
    public OrderWork to(OrderStatus newGoal) {
        return new OrderWork(
                orderId,
                newGoal,
                userId,
                fee,
                lines,
                address,
                recipient,
                paymentToken,
                reason,
                cancelRequestedBy,
                restock,
                closedByHand,
                pieces);
    }

    /** Returns whether the order costs nothing. Then no step calls payment-service. */
    public boolean isFree() {
        return fee.signum() == 0;
    }

    public Pieces requiredPieces() {
        return Objects.requireNonNull(pieces, "the route changes pieces");
    }

    /** Returns the reason and refund of the change of pieces, for the order's history. */
    public String piecesNote() {
        var changed = requiredPieces();
        return "%s; refund %s".formatted(changed.reason(), changed.refund());
    }

    public String reasonOr(String otherwise) {
        return reason == null ? otherwise : reason;
    }

    /** Leaves out the payment token. */
    @Override
    public String toString() {
        return "OrderWork[orderId=%d, goal=%s]".formatted(orderId, goal);
    }
}
