package ecommerce.order.aftersale;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.order.aftersale.CloseRequest.Outcome;
import ecommerce.order.fulfilment.FulfilmentState;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.paymentclient.PaymentClient.VoidAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether staff may close a flagged order by hand, before and after its payment is voided. */
@Service
@Transactional
class ClosingDecision {

    private final Fulfilments fulfilments;
    private final OrderRepository orders;
    private final OrderChanges changes;
    private final Audit audit;

    ClosingDecision(Fulfilments fulfilments, OrderRepository orders, OrderChanges changes, Audit audit) {
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * Records that staff close a flagged order, before its payment is voided. Throws 409 unless the order is flagged,
     * and 412 if {@code ifMatch} is given and doesn't name the order's current version.
     *
     * @return whether the order has a payment
     */
    boolean begin(long orderId, CloseRequest request, @Nullable String ifMatch) {
        var order = load(orderId);
        ETag.check(ifMatch, order.version());
        var flagged = AfterSale.requireAttention(order);
        audit.record(AfterSale.event("order.close-request", flagged)
                .with("outcome", request.outcome())
                .with("note", request.note()));
        return flagged.orderFee().signum() > 0;
    }

    /**
     * Closes a flagged order, whose money staff have settled outside the shop. The order moves no more money. It skips
     * the step that got no answer and performs the steps after it. Throws 409 if the order is no longer flagged, or if
     * its payment forbids that it is closed.
     *
     * @param payment the order's payment after the attempt to void it; null if the order has none
     */
    void finish(long orderId, CloseRequest request, @Nullable VoidAnswer payment, Caller caller) {
        var state = fulfilments.lock(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        var flagged = AfterSale.requireAttention(load(orderId));
        if (payment != null) {
            requireKnownCapture(state, flagged, payment);
            requireNoPendingRefund(request, orderId, payment);
        }
        audit.record(AfterSale.event("order.close", flagged)
                .with("outcome", request.outcome())
                .with("note", request.note()));
        var note = "Closed by hand, %s: %s".formatted(request.outcome().text(), request.note());
        changes.apply(orderId, order -> {
            order.note(note, caller.username());
            order.endAttention(caller.username());
            fulfilments.closeByHand(state, order, note, caller.username());
        });
    }

    /**
     * Throws 409 if staff may not know that the payment is captured. They know it of an order that was confirmed, and
     * of one that waits for its refund. Any other order was flagged before the capture was recorded.
     */
    private void requireKnownCapture(FulfilmentState state, Order order, VoidAnswer payment) {
        if (payment.isCaptured() && order.status() == OrderStatus.PENDING && !fulfilments.isAtReversal(state)) {
            throw Problem.conflict(
                    "The payment of order %d is captured. Retry the order, or refund its payment before you close it."
                            .formatted(order.orderId()));
        }
    }

    /** Throws 409 if the shop will still refund what staff say they have refunded. */
    private static void requireNoPendingRefund(CloseRequest request, long orderId, VoidAnswer payment) {
        if (request.outcome() == Outcome.REFUNDED_OUTSIDE && payment.hasPending()) {
            throw Problem.conflict(
                    "A refund of %s of order %d is pending. Wait for the provider's answer, or close the order as %s."
                            .formatted(payment.pendingAmount(), orderId, Outcome.WRITTEN_OFF));
        }
    }

    private Order load(long orderId) {
        return orders.findWithLines(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
    }
}
