package ecommerce.order.checkout;

import ecommerce.order.checkout.StepOutcome.GivenUp;
import ecommerce.order.checkout.StepOutcome.Stuck;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of an order, one after the other: each asks another service outside of any transaction, then moves on. */
@Component
class CheckoutSaga {

    private static final Logger log = LoggerFactory.getLogger(CheckoutSaga.class);

    private final CheckoutProgress progress;
    private final CheckoutSteps steps;
    private final CheckoutProperties properties;
    private final Clock clock;

    CheckoutSaga(CheckoutProgress progress, CheckoutSteps steps, CheckoutProperties properties, Clock clock) {
        this.progress = progress;
        this.steps = steps;
        this.properties = properties;
        this.clock = clock;
    }

    /** Goes as far as it can. Throws where a step got no answer; it is to be run again then. */
    void run(long orderId, int round) {
        Optional<CheckoutWork> work = progress.load(orderId, round);
        while (work.isPresent()) {
            work = progress.advance(work.get(), perform(work.get()));
        }
    }

    private StepOutcome perform(CheckoutWork work) {
        if (work.position().afterGivingUp() != null) {
            if (work.cancelRequestedBy() != null) {
                return new GivenUp("Cancelled before it was confirmed");
            }
            if (clock.instant().isAfter(work.deadline())) {
                return new GivenUp("The checkout took too long");
            }
        }
        try {
            return steps.perform(work);
        } catch (RuntimeException noAnswer) {
            if (isTriedLongEnough(work)) {
                log.error("Order {} needs attention: {} fails with {}", work.orderId(), work.position(), noAnswer.toString());
                return new Stuck("The payment provider's side is unknown at " + work.position());
            }
            throw noAnswer;
        }
    }

    private boolean isTriedLongEnough(CheckoutWork work) {
        return work.position().leavesMoneyUncertain()
                && clock.instant().isAfter(work.stepSince().plus(properties.attentionAfter()));
    }
}
