package ecommerce.order.aftersale;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.order.fulfilment.FulfilmentState;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about placed orders. Each decision is stored in one transaction with the route that carries it out. Throws 412
 * if {@code ifMatch} is given and doesn't name the order's current version.
 */
@Service
@Transactional
class AfterSale {

    private final Fulfilments fulfilments;
    private final OrderRepository orders;
    private final OrderChanges changes;
    private final Audit audit;

    AfterSale(Fulfilments fulfilments, OrderRepository orders, OrderChanges changes, Audit audit) {
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.changes = changes;
        this.audit = audit;
    }

    /** Cancels an order from which no parcel has left, for its owner or staff. Idempotent. */
    public void cancel(long orderId, String why, boolean restock, @Nullable String ifMatch, Caller caller) {
        var state = lock(orderId);
        var order = load(orderId, ifMatch, caller);
        requireNoChangeOfPieces(state);
        var event = event("order.cancel", order).with("reason", why).with("restock", restock);
        switch (order.status()) {
            case PENDING -> {
                if (state.cancelRequestedBy() == null && state.goal() == OrderStatus.CONFIRMED) {
                    recordStaff(event, caller);
                    fulfilments.requestCancel(orderId, caller.username(), why);
                    fulfilments.repeat(lock(orderId));
                }
            }
            case CONFIRMED -> {
                if (state.goal() != OrderStatus.CANCELLED) {
                    recordStaff(event, caller);
                    fulfilments.cancel(state, why, caller.username(), restock);
                }
            }
            case CANCELLED -> {
                // already done
            }
            default -> throw forbids(order, "cancelled");
        }
    }

    /** Returns a delivered order whose goods staff have received. Idempotent. */
    public void takeBack(long orderId, String why, boolean restock, @Nullable String ifMatch, Caller caller) {
        var state = lock(orderId);
        var order = load(orderId, ifMatch, caller);
        requireNoChangeOfPieces(state);
        switch (order.status()) {
            case DELIVERED -> {
                audit.record(event("order.return", order).with("reason", why).with("restock", restock));
                changes.apply(orderId, delivered -> delivered.takeBack(why, caller.username()));
                fulfilments.takeBack(state, why, caller.username(), restock);
            }
            case RETURNED -> {
                // already done
            }
            default -> throw forbids(order, "returned");
        }
    }

    /** Retries the step of a flagged order immediately, for staff. */
    public void retry(long orderId, @Nullable String ifMatch, Caller caller) {
        var state = lock(orderId);
        var flagged = requireAttention(load(orderId, ifMatch, caller));
        audit.record(event("order.retry", flagged));
        changes.apply(orderId, order -> order.note("Retried", caller.username()));
        fulfilments.repeat(state);
    }

    /** Undoes a flagged order for staff. The customer is refunded in full. */
    public void refund(long orderId, @Nullable String ifMatch, Caller caller) {
        var state = lock(orderId);
        var flagged = requireAttention(load(orderId, ifMatch, caller));
        audit.record(event("order.refund", flagged));
        changes.apply(orderId, order -> order.note("To be refunded", caller.username()));
        switch (flagged.status()) {
            case PENDING -> {
                if (state.goal() == OrderStatus.CONFIRMED) {
                    fulfilments.reject(state, "Refunded by staff", caller.username());
                } else {
                    fulfilments.repeat(state);
                }
            }
            case CONFIRMED -> {
                requireNoChangeOfPieces(state);
                fulfilments.cancel(state, "Refunded by staff", caller.username(), true);
            }
            default -> fulfilments.repeat(state);
        }
    }

    private void recordStaff(AuditEvent event, Caller caller) {
        if (caller.isAdmin()) {
            audit.record(event);
        }
    }

    private static void requireNoChangeOfPieces(FulfilmentState state) {
        if (state.changesPieces()) {
            throw Problem.conflict("Some pieces of order %d are being cancelled or returned. Retry in a few seconds."
                    .formatted(state.orderId()));
        }
    }

    /** Returns the order if it is flagged. Throws 409 if it isn't. */
    static Order requireAttention(Order order) {
        if (!order.needsAttention()) {
            throw Problem.conflict(
                    "Order %d is %s and isn't flagged for attention".formatted(order.orderId(), order.status()));
        }
        return order;
    }

    static AuditEvent event(String action, Order order) {
        return AuditEvent.of(action, "order", order.orderId()).with("orderStatus", order.status());
    }

    private FulfilmentState lock(long orderId) {
        return fulfilments.lock(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
    }

    private Order load(long orderId, @Nullable String ifMatch, Caller caller) {
        var order = orders.findWithLines(orderId)
                .filter(found -> caller.mayActFor(found.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
        ETag.check(ifMatch, order.version());
        return order;
    }

    private static RuntimeException forbids(Order order, String wanted) {
        return Problem.conflict("Order %d is %s and can't be %s".formatted(order.orderId(), order.status(), wanted));
    }
}
