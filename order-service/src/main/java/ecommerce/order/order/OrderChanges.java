package ecommerce.order.order;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes orders after their placement. All changes go through this class, which publishes {@link OrderStatusChanged}.
 */
@Component
public class OrderChanges {

    private final OrderRepository orders;

    OrderChanges(OrderRepository orders) {
        this.orders = orders;
    }

    /** Changes an existing order in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(long orderId, Consumer<Order> change) {
        var order = orders.findWithLines(orderId).orElseThrow();
        change.accept(order);
        orders.save(order);
    }
}
