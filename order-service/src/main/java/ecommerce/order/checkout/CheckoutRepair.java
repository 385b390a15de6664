package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps done once more for orders that are found at odds with other services; done already, they change nothing. */
@Component
@Transactional
public class CheckoutRepair {

    private static final String BY = "reconciliation";

    private final CheckoutRepository checkouts;
    private final OrderRepository orders;
    private final DurableTasks tasks;
    private final OneTimeTask<TaskOrigin> carryOrderOn;

    CheckoutRepair(
            CheckoutRepository checkouts,
            OrderRepository orders,
            DurableTasks tasks,
            OneTimeTask<TaskOrigin> carryOrderOn) {
        this.checkouts = checkouts;
        this.orders = orders;
        this.tasks = tasks;
        this.carryOrderOn = carryOrderOn;
    }

    /** Gives a task to an order that has lost its own. */
    public void resume(long orderId) {
        checkouts.lock(orderId).filter(checkout -> checkout.position() != CheckoutPosition.DONE).ifPresent(checkout -> {
            note(orderId, "Taken up again");
            begin(checkout);
        });
    }

    /** Has everything that a rejected, cancelled or returned order holds given back once more. */
    public void giveBackAgain(long orderId) {
        checkouts.lock(orderId).filter(CheckoutRepair::isSettled).ifPresent(checkout -> {
            var status = orders.findById(orderId).orElseThrow().status();
            if (status == OrderStatus.REJECTED || status == OrderStatus.CANCELLED || status == OrderStatus.RETURNED) {
                note(orderId, "Giving back once more");
                var from = status == OrderStatus.RETURNED
                        ? CheckoutPosition.REVERSE_PAYMENT
                        : CheckoutPosition.CANCEL_SHIPMENT;
                checkout.turnTo(status, from, checkout.reason());
                begin(checkout);
            }
        });
    }

    /** Releases a confirmed order's shipment once more. */
    public void releaseShipmentAgain(long orderId) {
        checkouts.lock(orderId).filter(CheckoutRepair::isSettled).ifPresent(checkout -> {
            if (orders.findById(orderId).orElseThrow().status() == OrderStatus.CONFIRMED) {
                note(orderId, "Releasing the shipment once more");
                checkout.turnTo(OrderStatus.CONFIRMED, CheckoutPosition.RELEASE_SHIPMENT, null);
                begin(checkout);
            }
        });
    }

    private static boolean isSettled(Checkout checkout) {
        return checkout.position() == CheckoutPosition.DONE;
    }

    private void note(long orderId, String what) {
        orders.findById(orderId).orElseThrow().note(what, BY);
    }

    private void begin(Checkout checkout) {
        checkout.beginRound();
        tasks.schedule(CheckoutTask.of(carryOrderOn, checkout));
    }
}
