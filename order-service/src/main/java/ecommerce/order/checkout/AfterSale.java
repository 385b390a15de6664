package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions about an order after its checkout. Each is stored with a task that carries it out in any case, and answers
 * the round of steps that is to be run, or nothing where there is nothing to do any more.
 */
@Component
@Transactional
class AfterSale {

    private final CheckoutRepository checkouts;
    private final OrderRepository orders;
    private final DurableTasks tasks;
    private final OneTimeTask<TaskOrigin> carryOrderOn;

    AfterSale(
            CheckoutRepository checkouts,
            OrderRepository orders,
            DurableTasks tasks,
            OneTimeTask<TaskOrigin> carryOrderOn) {
        this.checkouts = checkouts;
        this.orders = orders;
        this.tasks = tasks;
        this.carryOrderOn = carryOrderOn;
    }

    /** By owner or staff, until goods have left; where the checkout is still at work it is told to turn back. */
    public Optional<Integer> cancel(long orderId, String why, Caller caller) {
        var checkout = lock(orderId);
        var order = load(orderId, caller);
        return switch (order.status()) {
            case PENDING -> {
                checkout.requestCancel(caller.username(), why);
                yield Optional.empty();
            }
            case CONFIRMED -> {
                if (checkout.goal() != OrderStatus.CANCELLED) {
                    checkout.requestCancel(caller.username(), why);
                    checkout.turnTo(OrderStatus.CANCELLED, CheckoutPosition.CANCEL_SHIPMENT, why);
                    begin(checkout);
                }
                yield Optional.of(checkout.round());
            }
            case CANCELLED -> unfinished(checkout);
            default -> throw forbids(order, "cancelled");
        };
    }

    /** The goods have come back, as staff see. */
    public Optional<Integer> takeBack(long orderId, String why, Caller caller) {
        var checkout = lock(orderId);
        var order = load(orderId, caller);
        return switch (order.status()) {
            case DELIVERED -> {
                order.takeBack(why, caller.username());
                checkout.turnTo(OrderStatus.RETURNED, CheckoutPosition.REVERSE_PAYMENT, why);
                begin(checkout);
                yield Optional.of(checkout.round());
            }
            case RETURNED -> unfinished(checkout);
            default -> throw forbids(order, "taken back");
        };
    }

    /** Staff say that the step that got no answer may be tried again. */
    public Optional<Integer> retry(long orderId, Caller caller) {
        var checkout = lock(orderId);
        requireAttention(orderId, caller).note("Tried again", caller.username());
        begin(checkout);
        return Optional.of(checkout.round());
    }

    /** Staff say that the customer gets the money back, wherever it is; stock and shipment go back too. */
    public Optional<Integer> refund(long orderId, Caller caller) {
        var checkout = lock(orderId);
        requireAttention(orderId, caller).note("To be refunded", caller.username());
        if (checkout.position() == CheckoutPosition.CAPTURE_PAYMENT) {
            checkout.turnTo(OrderStatus.REJECTED, CheckoutPosition.CANCEL_SHIPMENT, "Refunded by staff");
        }
        begin(checkout);
        return Optional.of(checkout.round());
    }

    private void begin(Checkout checkout) {
        checkout.beginRound();
        tasks.scheduleAsSafetyNet(CheckoutTask.of(carryOrderOn, checkout));
    }

    private static Optional<Integer> unfinished(Checkout checkout) {
        return checkout.position() == CheckoutPosition.DONE ? Optional.empty() : Optional.of(checkout.round());
    }

    private Order requireAttention(long orderId, Caller caller) {
        var order = load(orderId, caller);
        if (order.status() != OrderStatus.NEEDS_ATTENTION) {
            throw Problem.conflict("Order %d is %s and needs no attention".formatted(orderId, order.status()));
        }
        return order;
    }

    private Checkout lock(long orderId) {
        return checkouts.lock(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
    }

    private Order load(long orderId, Caller caller) {
        return orders.findWithLines(orderId)
                .filter(order -> caller.mayActFor(order.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
    }

    private static RuntimeException forbids(Order order, String wanted) {
        return Problem.conflict("Order %d is %s and can't be %s".formatted(order.orderId(), order.status(), wanted));
    }
}
