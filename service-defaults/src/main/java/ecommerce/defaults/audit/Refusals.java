package ecommerce.defaults.audit;

import ecommerce.defaults.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Records refused actions, a bounded number of them ({@link RefusalLimits}). Counts all of them in {@code
 * shop.audit.refusals}. Each entry has a transaction of its own. The schema's migration deletes entries of refusals
 * after 90 days.
 */
public class Refusals {

    /** How the name of each refused action ends. The migration knows the entries by it. */
    static final String SUFFIX = ".refused";

    private final Audit audit;
    private final AuditOrigin origin;
    private final MeterRegistry meters;
    private final RefusalBudget budget;

    Refusals(Audit audit, AuditOrigin origin, MeterRegistry meters, RefusalBudget budget) {
        this.audit = audit;
        this.origin = origin;
        this.meters = meters;
        this.budget = budget;
    }

    /** Records a refusal unless this caller's same action on the same subject was recorded before. */
    public void record(AuditEvent event) {
        record(event, event.subjectType() + "/" + event.subjectId());
    }

    /**
     * Records a refusal unless one of this caller with the same action and key was recorded before.
     *
     * @param event its action ends with {@code .refused}
     * @param key stands for a subject that the log must not name
     */
    public void record(AuditEvent event, String key) {
        record(origin.actor(), origin.caller(), event, key);
    }

    /** Records the refusal of a caller who may not count as signed in, because that was the reason. */
    void record(Caller caller, AuditEvent event) {
        var actor = Actor.of(caller);
        record(actor, actor.key(), event, event.subjectType() + "/" + event.subjectId());
    }

    private void record(Actor actor, String caller, AuditEvent event, String key) {
        if (!event.action().endsWith(SUFFIX)) {
            throw new IllegalArgumentException("%s must end with %s".formatted(event.action(), SUFFIX));
        }
        var isStored = budget.allows(event.action(), caller, key);
        meters.counter("shop.audit.refusals", "action", event.action(), "stored", Boolean.toString(isStored))
                .increment();
        if (isStored) {
            audit.recordAlone(actor, event);
        }
    }
}
