package ecommerce.order.fulfilment;

import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderStatus;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins routes. Each call stores the route and its durable task in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Fulfilments {

    private final FulfilmentStore store;
    private final Routes routes;
    private final DurableTasks tasks;
    private final FulfilmentProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Fulfilments(
            FulfilmentStore store,
            Routes routes,
            DurableTasks tasks,
            FulfilmentProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.routes = routes;
        this.tasks = tasks;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Begins the route of a new order. */
    public void buy(long orderId, @Nullable String paymentToken) {
        var deadline = clock.instant().plus(properties.deadline());
        store.insert(orderId, routes.start(routes.buy), paymentToken, deadline);
        tasks.schedule(FulfilmentTask.instance(orderId, 0));
    }

    /** Locks the order's position until the transaction ends. */
    public Optional<FulfilmentState> lock(long orderId) {
        return store.lock(orderId);
    }

    @Transactional(readOnly = true)
    public Optional<FulfilmentState> find(long orderId) {
        return store.find(orderId);
    }

    /** Returns whether the order's next step reverses its payment. */
    @Transactional(readOnly = true)
    public boolean isAtReversal(FulfilmentState state) {
        return routes.isAtReversal(state);
    }

    /**
     * Requests to cancel an order that isn't confirmed yet. It is undone as soon as its steps allow it. Does nothing if
     * the order is already being undone.
     */
    public void requestCancel(long orderId, String by, String reason) {
        store.requestCancel(orderId, by, reason);
    }

    public void cancel(FulfilmentState state, String reason, String by, boolean restock) {
        begin(FulfilmentStart.of(state)
                .ofWholeOrder()
                .at(routes.start(routes.cancel))
                .because(reason, by)
                .restocking(restock));
    }

    public void takeBack(FulfilmentState state, String reason, String by, boolean restock) {
        begin(FulfilmentStart.of(state)
                .ofWholeOrder()
                .at(routes.start(routes.takeBack))
                .because(reason, by)
                .restocking(restock));
    }

    /**
     * Carries out an amendment of an order that has completed its route.
     *
     * @param haveLeft whether the pieces have left, so that no parcel needs to be changed
     */
    public void changePieces(FulfilmentState state, long amendmentId, boolean haveLeft) {
        begin(FulfilmentStart.of(state).at(routes.changePieces(haveLeft)).amending(amendmentId));
    }

    /** Undoes an order that was never confirmed, and rejects it. */
    public void reject(FulfilmentState state, String reason, String by) {
        begin(FulfilmentStart.of(state)
                .ofWholeOrder()
                .at(routes.start(routes.reject))
                .because(reason, by));
    }

    /** Retries the current step immediately. */
    public void repeat(FulfilmentState state) {
        begin(FulfilmentStart.of(state));
    }

    /**
     * Skips the current step and all steps that move money. An order that isn't being undone yet is undone without its
     * payment. An order that is being undone continues after the step. A change of pieces ends; it is refused if the
     * pieces are still in a parcel.
     */
    public void closeByHand(FulfilmentState state, Order order, String reason, String by) {
        if (state.changesPieces()) {
            closePieces(state, reason);
            return;
        }
        var start = FulfilmentStart.of(state).closed().because(reason, by);
        if (state.goal() == OrderStatus.CONFIRMED) {
            begin(start.at(routes.start(order.status() == OrderStatus.PENDING ? routes.reject : routes.cancel)));
            return;
        }
        var next = routes.find(state.goal(), state.position())
                .flatMap(position -> position.route()
                        .afterWithoutPayment(position.step())
                        .map(step -> new Routes.Position(position.route(), step)));
        if (next.isPresent()) {
            begin(start.at(next.get()));
        } else {
            store.begin(start.done());
            Navigator.finish(order, state.goal(), reason, false);
        }
    }

    private void closePieces(FulfilmentState state, String reason) {
        var inParcel = state.position().equals(routes.changePieces(false).step().name());
        store.begin(FulfilmentStart.of(state).done());
        events.publishEvent(new PiecesChanged(
                state.orderId(), Objects.requireNonNull(state.amendmentId()), inParcel ? reason : null));
    }

    /** Repeats the undo steps of a rejected, cancelled or returned order. */
    public void undoAgain(FulfilmentState state, OrderStatus status) {
        begin(FulfilmentStart.of(state).ofWholeOrder().at(undoOf(status)));
    }

    /** Repeats the undo steps, and reverses the payment even if the order was closed by hand. */
    public void reverseAgain(FulfilmentState state, OrderStatus status) {
        begin(FulfilmentStart.of(state).ofWholeOrder().reopened().at(undoOf(status)));
    }

    private Routes.Position undoOf(OrderStatus status) {
        return routes.start(
                switch (status) {
                    case CANCELLED -> routes.cancel;
                    case RETURNED -> routes.takeBack;
                    default -> routes.reject;
                });
    }

    /** Releases a confirmed order's shipment again. */
    public void releaseShipmentAgain(FulfilmentState state) {
        begin(FulfilmentStart.of(state).ofWholeOrder().at(routes.end(routes.buy)));
    }

    private void begin(FulfilmentStart start) {
        tasks.schedule(FulfilmentTask.instance(start.orderId(), store.begin(start)));
    }
}
