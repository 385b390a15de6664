package ecommerce.order.fulfilment;

import ecommerce.order.fulfilment.FulfilmentStore.CancelRequest;
import ecommerce.order.fulfilment.Navigator.Move;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderQueries;
import ecommerce.order.order.OrderResponse;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.Undo;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the position of an order and stores the next one. Each call is at most one transaction. */
@Component
class FulfilmentProgress {

    private static final Logger log = LoggerFactory.getLogger(FulfilmentProgress.class);

    private static final int MAX_REASON = 255;

    private final FulfilmentStore store;
    private final OrderQueries orders;
    private final OrderChanges changes;
    private final Routes routes;
    private final Navigator navigator;
    private final FulfilmentProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    FulfilmentProgress(
            FulfilmentStore store,
            OrderQueries orders,
            OrderChanges changes,
            Routes routes,
            Navigator navigator,
            FulfilmentProperties properties,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.orders = orders;
        this.changes = changes;
        this.routes = routes;
        this.navigator = navigator;
        this.properties = properties;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Loads the order at its next step. Empty if the route is complete or a later round has begun. */
    Optional<OrderAtStep> load(long orderId, int round) {
        return store.find(orderId)
                .filter(state -> state.round() == round && !state.parked())
                .flatMap(state -> routes.find(state.goal(), state.position())
                        .map(position -> toStep(state, position, orders.read(orderId))));
    }

    private OrderAtStep toStep(FulfilmentState state, Routes.Position position, OrderResponse order) {
        var work = new OrderWork(
                order.orderId(),
                state.goal(),
                order.userId(),
                order.orderFee(),
                order.lines(),
                order.shippingAddress(),
                order.recipient(),
                state.paymentToken(),
                state.reason(),
                state.cancelRequestedBy(),
                state.restock(),
                state.closedByHand(),
                state.amendmentId() == null ? null : store.findPieces(state.amendmentId()));
        return new OrderAtStep(
                work,
                position.route(),
                position.step(),
                state.position(),
                state.round(),
                state.deadline(),
                order.attention() != null);
    }

    /**
     * Advances the order after a step and returns it at its next step. Empty if the route is complete or the order has
     * already been advanced.
     */
    Optional<OrderAtStep> advance(OrderAtStep at, StepOutcome outcome) {
        var move = navigator.move(at, outcome);
        if (move.changes().isEmpty()) {
            return store.move(at, move).flatMap(asked -> next(at, move, asked));
        }
        return Optional.ofNullable(
                transaction.execute(_ -> changeOrder(at, outcome).orElse(null)));
    }

    /**
     * Locks the order and decides again, because the customer may have requested to cancel it while the step was
     * performed.
     */
    private Optional<OrderAtStep> changeOrder(OrderAtStep at, StepOutcome outcome) {
        return store.lock(at).flatMap(asked -> {
            var move = navigator.move(at.with(asked), outcome);
            var stored = store.move(at, move).orElseThrow();
            changes.apply(at.orderId(), order -> move.changes().forEach(change -> change.accept(order)));
            if (at.route() == routes.changePieces && move.next() == null) {
                var refusal = outcome instanceof StepOutcome.Overtaken(var reason) ? reason : null;
                var amendmentId = Objects.requireNonNull(at.work().pieces()).amendmentId();
                events.publishEvent(new PiecesChanged(at.orderId(), amendmentId, refusal));
            }
            return next(at, move, stored);
        });
    }

    private static Optional<OrderAtStep> next(OrderAtStep at, Move move, CancelRequest asked) {
        return move.nextStep().map(step -> at.with(asked).at(move.route(), step));
    }

    /**
     * Records that a step got no answer. Flags the order for staff if the step is never given up and has had no answer
     * for too long. With {@code flagNow}, flags the order immediately, because retrying can't fix the error.
     */
    void noteUnanswered(OrderAtStep at, boolean flagNow, String why) {
        transaction.executeWithoutResult(_ -> {
            var asked = store.addUnanswered(at, properties.longestRetry());
            if (asked.isPresent() && !at.isFlagged() && isTriedEnough(at.step(), asked.get(), flagNow)) {
                var reason = "%s: %s".formatted(at.step().name(), why);
                var cut = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
                log.error("Order {} needs attention at {}", at.orderId(), reason);
                changes.apply(at.orderId(), order -> order.needAttention(cut, "fulfilment"));
            }
        });
    }

    private boolean isTriedEnough(Step step, Duration asked, boolean flagNow) {
        return flagNow || (step.whenGivenUp() == Undo.NONE && asked.compareTo(properties.attentionAfter()) >= 0);
    }
}
