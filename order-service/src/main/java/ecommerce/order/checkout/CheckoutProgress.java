package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions between steps: in each an order moves one step on, once, however often the step ran. */
@Component
@Transactional
class CheckoutProgress {

    private static final Logger log = LoggerFactory.getLogger(CheckoutProgress.class);

    private static final String BY = "checkout";

    private final CheckoutRepository checkouts;
    private final NextStep nextStep;
    private final OrderRepository orders;
    private final DurableTasks tasks;
    private final OneTimeTask<TaskOrigin> carryOrderOn;
    private final MeterRegistry meters;

    CheckoutProgress(
            CheckoutRepository checkouts,
            NextStep nextStep,
            OrderRepository orders,
            DurableTasks tasks,
            OneTimeTask<TaskOrigin> carryOrderOn,
            MeterRegistry meters) {
        this.checkouts = checkouts;
        this.nextStep = nextStep;
        this.orders = orders;
        this.tasks = tasks;
        this.carryOrderOn = carryOrderOn;
        this.meters = meters;
    }

    /** Stores a checkout and its task, in the transaction that makes the order. */
    void begin(Checkout checkout) {
        checkouts.save(checkout);
        tasks.schedule(CheckoutTask.of(carryOrderOn, checkout));
    }

    /** What is to be done next, unless nothing is or a later round has begun. */
    @Transactional(readOnly = true)
    public Optional<CheckoutWork> load(long orderId, int round) {
        return checkouts
                .findById(orderId)
                .filter(checkout -> checkout.round() == round && !checkout.isParked())
                .filter(checkout -> checkout.position() != CheckoutPosition.DONE)
                .map(checkout ->
                        CheckoutWork.of(checkout, orders.findWithLines(orderId).orElseThrow()));
    }

    /** Moves on from a step, once: a step that ran twice finds the order gone past it. The next step, if there is one. */
    public Optional<CheckoutWork> advance(CheckoutWork work, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Done && isBetween(work.position())) {
            return nextStep.after(work);
        }
        var current = checkouts.lock(work.orderId(), work.position(), work.round());
        if (current.isEmpty()) {
            return Optional.empty();
        }
        var checkout = current.get();
        var order = orders.findWithLines(work.orderId()).orElseThrow();
        switch (outcome) {
            case StepOutcome.Done() -> settle(order, work.position(), checkout);
            case StepOutcome.Refused(var reason) -> refuse(order, checkout, reason);
            case StepOutcome.GivenUp(var reason) ->
                checkout.turnTo(OrderStatus.REJECTED, required(work.position().afterGivingUp()), reason);
            case StepOutcome.Stuck(var reason) -> {
                checkout.park();
                order.needAttention(reason, BY);
            }
        }
        return checkout.position() == CheckoutPosition.DONE || checkout.isParked()
                ? Optional.empty()
                : Optional.of(CheckoutWork.of(checkout, order));
    }

    /** A step whose success changes nothing about the order itself. */
    private static boolean isBetween(CheckoutPosition position) {
        return switch (position) {
            case CAPTURE_PAYMENT, CANCEL_SHIPMENT, RETURN_STOCK -> false;
            default -> true;
        };
    }

    private void settle(Order order, CheckoutPosition from, Checkout checkout) {
        checkout.succeed();
        switch (from) {
            case CAPTURE_PAYMENT -> {
                order.confirm(BY);
                count(order);
                if (checkout.cancelRequestedBy() != null) {
                    checkout.turnTo(OrderStatus.CANCELLED, CheckoutPosition.CANCEL_SHIPMENT, checkout.reason());
                }
            }
            case CANCEL_SHIPMENT -> {
                if (checkout.goal() == OrderStatus.CANCELLED && order.status() == OrderStatus.CONFIRMED) {
                    order.cancel(reason(checkout), Objects.requireNonNullElse(checkout.cancelRequestedBy(), BY));
                    count(order);
                }
            }
            default -> reachGoal(order, checkout);
        }
    }

    /** All is given back. */
    private void reachGoal(Order order, Checkout checkout) {
        if (order.status() == checkout.goal()) {
            return;
        }
        switch (checkout.goal()) {
            case CANCELLED -> order.cancel(reason(checkout), BY);
            case RETURNED -> order.takeBack(reason(checkout), BY);
            default -> {
                order.reject(reason(checkout), BY);
                count(order);
            }
        }
    }

    private static void refuse(Order order, Checkout checkout, String reason) {
        if (checkout.position() == CheckoutPosition.CANCEL_SHIPMENT) {
            order.note(reason, BY);
            checkout.refuseCancel();
        } else {
            checkout.turnTo(OrderStatus.REJECTED, required(checkout.position().afterRefusal()), reason);
        }
    }

    private void count(Order order) {
        log.info("Order {} is {}", order.orderId(), order.status());
        meters.counter("shop.orders", "outcome", order.status().name()).increment();
        if (order.status() != OrderStatus.CANCELLED) {
            meters.timer("shop.checkout.duration", "outcome", order.status().name())
                    .record(Duration.between(order.orderDate(), Instant.now()));
        }
    }

    private static String reason(Checkout checkout) {
        return Objects.requireNonNullElse(checkout.reason(), "No reason given");
    }

    private static CheckoutPosition required(@Nullable CheckoutPosition undo) {
        return Objects.requireNonNull(undo, "this step is tried until it succeeds");
    }
}
