package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions between steps. In each a checkout moves one step on and stores the task of the next. */
@Component
@Transactional
class CheckoutProgress {

    private static final String BY = "checkout";

    private final CheckoutRepository checkouts;
    private final OrderRepository orders;
    private final DurableTasks tasks;
    private final OneTimeTask<Void> checkoutStep;
    private final MeterRegistry meters;

    CheckoutProgress(
            CheckoutRepository checkouts,
            OrderRepository orders,
            DurableTasks tasks,
            OneTimeTask<Void> checkoutStep,
            MeterRegistry meters) {
        this.checkouts = checkouts;
        this.orders = orders;
        this.tasks = tasks;
        this.checkoutStep = checkoutStep;
        this.meters = meters;
    }

    /** Stores a checkout's first step, in the transaction that makes the order. */
    void begin(Checkout checkout) {
        checkouts.save(checkout);
        schedule(checkout);
    }

    /** The work of a step, unless the checkout has gone past it. */
    @Transactional(readOnly = true)
    public Optional<CheckoutWork> load(long orderId, CheckoutPosition position) {
        return checkouts
                .findById(orderId)
                .filter(checkout -> checkout.position() == position)
                .map(checkout ->
                        CheckoutWork.of(checkout, orders.findWithLines(orderId).orElseThrow()));
    }

    /** Moves on from a step, once: a step that ran twice finds the checkout gone past it. */
    public void advance(long orderId, CheckoutPosition position, StepOutcome outcome) {
        checkouts.lock(orderId, position).ifPresent(checkout -> {
            var order = orders.findById(orderId).orElseThrow();
            switch (outcome) {
                case StepOutcome.Done() -> checkout.succeed();
                case StepOutcome.Refused(var reason) -> checkout.undoFrom(required(position.afterRefusal()), reason);
                case StepOutcome.GivenUp(var reason) -> checkout.undoFrom(required(position.afterGivingUp()), reason);
            }
            settle(order, position, checkout);
            if (checkout.position() != CheckoutPosition.DONE) {
                schedule(checkout);
            }
        });
    }

    private void settle(Order order, CheckoutPosition from, Checkout checkout) {
        if (from == CheckoutPosition.CAPTURE_PAYMENT) {
            order.confirm(BY);
            count(order.status());
        } else if (from == CheckoutPosition.RELEASE_STOCK) {
            order.reject(Objects.requireNonNullElse(checkout.reason(), "Given up"), BY);
            count(order.status());
        }
    }

    private void count(OrderStatus outcome) {
        meters.counter("shop.orders", "outcome", outcome.name()).increment();
    }

    private void schedule(Checkout checkout) {
        tasks.schedule(checkoutStep.instance(CheckoutTask.id(checkout.orderId(), checkout.position())));
    }

    private static CheckoutPosition required(@Nullable CheckoutPosition undo) {
        return Objects.requireNonNull(undo, "this step is tried until it succeeds");
    }
}
