package ecommerce.order.fulfilment;

import ecommerce.order.order.Order;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes after a step.
 *
 * @param next null at the end of the route
 * @param reason why the order is undone; null keeps the stored reason
 * @param dropsCancel whether a request to cancel is settled
 * @param changes what happens to the order itself
 */
record Move(
        Route route, @Nullable Step next, @Nullable String reason, boolean dropsCancel, List<Consumer<Order>> changes) {

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
