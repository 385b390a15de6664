package ecommerce.order.fulfilment;

import ecommerce.order.fulfilment.Routes.Route;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides the next step of an order after a step. Has no access to the database. */
@Component
class Navigator {

    private static final String BY = "fulfilment";
    private static final int MAX_NOTE = 255;
    private static final String CANCELLED_EARLY = "Cancelled before it was confirmed";

    private final Routes routes;

    Navigator(Routes routes) {
        this.routes = routes;
    }

    /**
     * Returns the move that follows from the outcome. {@link StepOutcome.Stuck} isn't allowed, because the order stays
     * at its step.
     */
    Move move(OrderAtStep at, StepOutcome outcome) {
        var move = switch (outcome) {
            case StepOutcome.Done() -> goOn(at);
            case StepOutcome.Refused(var reason) ->
                Move.to(routes.undo(at.step().whenRefused()), reason);
            case StepOutcome.GivenUp(var reason) ->
                Move.to(routes.undo(at.step().whenGivenUp()), reason);
            case StepOutcome.Overtaken(var reason) ->
                new Move(routes.buy, null, null, true, List.of(order -> order.note(reason, BY)));
            case StepOutcome.Stuck(var reason) -> throw new IllegalArgumentException(reason);
        };
        return at.isFlagged() ? move.with(order -> order.endAttention(BY)) : move;
    }

    private Move goOn(OrderAtStep at) {
        var work = at.work();
        var next = at.route().after(at.step(), work);
        List<Consumer<Order>> changes = new ArrayList<>();
        var change = at.step().onSuccess(work);
        if (change != null) {
            changes.add(change);
        }
        if (at.route() == routes.buy && work.cancelRequestedBy() != null) {
            var start = cancelFrom(at);
            if (start != null) {
                return new Move(start.route(), start.step(), work.reasonOr(CANCELLED_EARLY), false, changes);
            }
        }
        if (next.isEmpty() && at.route() == routes.changePieces) {
            changes.add(order -> order.note(cut(work.piecesNote()), BY));
        } else if (next.isEmpty() && at.route() != routes.buy) {
            changes.add(order ->
                    finish(order, work.goal(), work.reasonOr("No reason given"), work.cancelRequestedBy() == null));
        }
        return new Move(at.route(), next.orElse(null), null, false, changes);
    }

    /**
     * Returns where a requested cancellation starts. A confirmed order is cancelled. An order that isn't confirmed is
     * rejected, unless its next step can still be given up; then this returns null.
     */
    private Routes.@Nullable Position cancelFrom(OrderAtStep at) {
        if (at.step().whenGivenUp() == Undo.NONE) {
            return routes.start(routes.cancel);
        }
        var next = at.route().after(at.step(), at.work()).orElseThrow();
        return next.whenGivenUp() == Undo.NONE ? routes.undo(Undo.ALL) : null;
    }

    private static String cut(String note) {
        return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
    }

    /** Sets the final status of an order that was undone. */
    static void finish(Order order, OrderStatus goal, String reason, boolean givesLinesBack) {
        if (order.status() == goal) {
            return;
        }
        switch (goal) {
            case CANCELLED -> order.cancel(reason, BY);
            case RETURNED -> order.takeBack(reason, BY);
            case REJECTED -> order.reject(reason, givesLinesBack, BY);
            default -> throw new IllegalStateException("%s isn't undone to %s".formatted(order.status(), goal));
        }
    }

    /**
     * The move of an order to its next step.
     *
     * @param next null at the end of the route
     * @param reason why the order is undone; null keeps the stored reason
     * @param dropsCancel whether a stored request to cancel is cleared
     * @param changes the changes of the order itself
     */
    record Move(
            Route route,
            @Nullable Step next,
            @Nullable String reason,
            boolean dropsCancel,
            List<Consumer<Order>> changes) {

        static Move to(Routes.Position position, String reason) {
            return new Move(position.route(), position.step(), reason, false, List.of());
        }

        OrderStatus goal() {
            return route.goal();
        }

        String position() {
            return next == null ? Routes.DONE : next.name();
        }

        Optional<Step> nextStep() {
            return Optional.ofNullable(next);
        }

        boolean keepsPaymentToken() {
            return next != null && next.keepsPaymentToken();
        }

        Move with(Consumer<Order> change) {
            var more = new ArrayList<>(changes);
            more.add(change);
            return new Move(route, next, reason, dropsCancel, more);
        }
    }
}
