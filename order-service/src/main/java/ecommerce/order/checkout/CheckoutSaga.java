package ecommerce.order.checkout;

import ecommerce.order.checkout.StepOutcome.GivenUp;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** One step of a checkout: read, ask another service outside of any transaction, move on. */
@Component
class CheckoutSaga {

    private final CheckoutProgress progress;
    private final CheckoutSteps steps;
    private final Clock clock;

    CheckoutSaga(CheckoutProgress progress, CheckoutSteps steps, Clock clock) {
        this.progress = progress;
        this.steps = steps;
        this.clock = clock;
    }

    /** Throws where the step got no answer; it is to be run again then. */
    void run(long orderId, CheckoutPosition position) {
        progress.load(orderId, position)
                .ifPresent(work -> progress.advance(orderId, position, perform(position, work)));
    }

    private StepOutcome perform(CheckoutPosition position, CheckoutWork work) {
        var late = clock.instant().isAfter(work.deadline());
        return late && position.afterGivingUp() != null
                ? new GivenUp("The checkout took too long")
                : steps.perform(position, work);
    }
}
