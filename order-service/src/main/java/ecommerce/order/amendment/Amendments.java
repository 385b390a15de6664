package ecommerce.order.amendment;

import ecommerce.order.fulfilment.FulfilmentState;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.fulfilment.PiecesChanged;
import ecommerce.order.line.TooManyPiecesException;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores amendments and starts the amendments of an order one after the other. Refuses an amendment that its order no
 * longer allows when it would start.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Amendments {

    private static final String BY = "fulfilment";
    private static final Limit AT_A_TIME = Limit.of(100);

    private final AmendmentRepository amendments;
    private final Fulfilments fulfilments;
    private final OrderChanges orders;

    Amendments(AmendmentRepository amendments, Fulfilments fulfilments, OrderChanges orders) {
        this.amendments = amendments;
        this.fulfilments = fulfilments;
        this.orders = orders;
    }

    /**
     * Starts the order's oldest waiting amendment if the order has completed its route. Otherwise the amendment waits.
     */
    void startNext(long orderId) {
        var state = fulfilments.lock(orderId).orElseThrow();
        if (!state.isDone()) {
            return;
        }
        var next = amendments.findFirstByOrderIdAndStatusOrderByAmendmentId(orderId, AmendmentStatus.WAITING);
        if (next.isPresent()) {
            orders.apply(orderId, order -> {
                if (!start(next.get(), order, state)) {
                    startNext(orderId);
                }
            });
        }
    }

    private boolean start(Amendment amendment, Order order, FulfilmentState state) {
        var refusal = refusal(amendment, order);
        if (refusal != null) {
            amendment.refuse(refusal, BY);
            order.note(refusal, BY);
            return false;
        }
        amendment.start(order.pieces().price(amendment.pieces()));
        var haveLeft = amendment.kind() != AmendmentKind.CANCEL;
        if (haveLeft) {
            order.takeBackPieces(amendment.pieces(), amendment.requestedBy());
        }
        amendments.saveAndFlush(amendment);
        fulfilments.changePieces(state, amendment.amendmentId(), haveLeft);
        return true;
    }

    /** Returns why the order doesn't allow the amendment, or null if it does. */
    static @Nullable String refusal(Amendment amendment, Order order) {
        var allowed = switch (amendment.kind()) {
            case CANCEL -> order.status() == OrderStatus.CONFIRMED;
            case RETURN -> order.status() == OrderStatus.DELIVERED;
            case LOST, UNDELIVERABLE ->
                order.status() == OrderStatus.CONFIRMED
                        || order.status() == OrderStatus.SHIPPED
                        || order.status() == OrderStatus.DELIVERED;
        };
        if (!allowed) {
            return "The order is %s, so it doesn't allow an amendment of kind %s"
                    .formatted(order.status(), amendment.kind());
        }
        try {
            order.pieces().require(amendment.pieces());
            return null;
        } catch (TooManyPiecesException e) {
            return e.getMessage();
        }
    }

    @EventListener
    void onPiecesChanged(PiecesChanged changed) {
        var amendment = amendments.findById(changed.amendmentId()).orElseThrow();
        if (changed.refusal() == null) {
            amendment.finish();
        } else {
            amendment.refuse(changed.refusal(), BY);
        }
        startNext(changed.orderId());
    }

    /** Starts amendments that waited for a route which has since ended. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void startWaiting() {
        amendments.findOrdersToStart(AT_A_TIME).forEach(this::startNext);
    }

    Optional<Amendment> find(UUID reference) {
        return amendments.findByReference(reference);
    }

    /** Returns whether a cancellation of pieces is waiting or running. */
    boolean isCancelling(long orderId) {
        return amendments.existsByOrderIdAndKindAndStatusIn(
                orderId, AmendmentKind.CANCEL, EnumSet.of(AmendmentStatus.WAITING, AmendmentStatus.RUNNING));
    }

    Optional<String> refusal(long amendmentId) {
        return amendments.findById(amendmentId).map(Amendment::refusal);
    }

    /** Stores a waiting amendment and starts it if the order has completed its route. Returns the amendment's id. */
    long add(Amendment amendment) {
        var stored = amendments.saveAndFlush(amendment);
        startNext(stored.orderId());
        return stored.amendmentId();
    }
}
