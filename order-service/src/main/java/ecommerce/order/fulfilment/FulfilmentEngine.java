package ecommerce.order.fulfilment;

import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.StepOutcome.GivenUp;
import ecommerce.order.step.StepOutcome.Stuck;
import ecommerce.order.step.Undo;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Runs the steps of an order's route one after the other. No transaction is open while a step is performed. */
@Component
class FulfilmentEngine {

    private static final Logger log = LoggerFactory.getLogger(FulfilmentEngine.class);

    /** The result of a run. */
    enum Result {
        /** The order has completed its route, or a later round has replaced this one. */
        FINISHED,
        /** The maximum number of orders is at the same slow step. The caller runs the order again soon. */
        BUSY
    }

    private final FulfilmentProgress progress;
    private final FulfilmentProperties properties;
    private final Clock clock;
    private final Map<String, Semaphore> slowSteps = new ConcurrentHashMap<>();

    FulfilmentEngine(FulfilmentProgress progress, FulfilmentProperties properties, Clock clock) {
        this.progress = progress;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Runs steps until the route is complete or a slow step is busy. Throws if a step got no answer; the caller runs
     * the order again after a pause.
     */
    Result run(long orderId, int round) {
        Optional<OrderAtStep> next = progress.load(orderId, round);
        while (next.isPresent()) {
            var at = next.get();
            var limit = at.step().isSlow() ? limit(at.step()) : null;
            if (limit != null && !limit.tryAcquire()) {
                return Result.BUSY;
            }
            try {
                next = progress.advance(at, perform(at));
            } finally {
                if (limit != null) {
                    limit.release();
                }
            }
        }
        return Result.FINISHED;
    }

    private Semaphore limit(Step step) {
        return slowSteps.computeIfAbsent(step.name(), _ -> new Semaphore(properties.slowStepLimit()));
    }

    private StepOutcome perform(OrderAtStep at) {
        if (at.step().whenGivenUp() != Undo.NONE) {
            if (at.work().cancelRequestedBy() != null) {
                return new GivenUp("Cancelled before it was confirmed");
            }
            if (clock.instant().isAfter(at.deadline())) {
                return new GivenUp("The checkout took too long");
            }
        }
        var outcome = ask(at);
        if (outcome instanceof Stuck(var reason)) {
            progress.noteUnanswered(at, true, reason);
            throw new IllegalStateException("%s: %s".formatted(at, reason));
        }
        return outcome;
    }

    private StepOutcome ask(OrderAtStep at) {
        try {
            return at.step().perform(at.work());
        } catch (HttpClientErrorException e) {
            if (isTransient(e) || isUnclear(at, e)) {
                throw unanswered(at, e);
            }
            log.error("{}: the other service rejected the request as invalid", at, e);
            if (at.step().whenGivenUp() != Undo.NONE) {
                return new GivenUp("The order could not be processed");
            }
            progress.noteUnanswered(
                    at, true, "refused with status " + e.getStatusCode().value());
            throw e;
        } catch (RuntimeException e) {
            throw unanswered(at, e);
        }
    }

    private RuntimeException unanswered(OrderAtStep at, RuntimeException e) {
        progress.noteUnanswered(
                at, false, "no answer (%s)".formatted(e.getClass().getSimpleName()));
        return e;
    }

    /**
     * Returns whether a conflict that the step doesn't know is no reason to give the order up. It may be a conflict with an
     * earlier request of the step that got no answer and is still in progress.
     */
    private static boolean isUnclear(OrderAtStep at, HttpClientErrorException e) {
        return e instanceof Conflict && at.step().whenGivenUp() != Undo.NONE;
    }

    /**
     * Returns whether the status doesn't concern the request itself. Any other 4xx status means that the request is
     * invalid.
     */
    private static boolean isTransient(HttpClientErrorException e) {
        return e.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                || e.getStatusCode().isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)
                || e.getStatusCode().isSameCodeAs(HttpStatus.TOO_EARLY)
                || e.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }
}
