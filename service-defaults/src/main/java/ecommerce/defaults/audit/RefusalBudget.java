package ecommerce.defaults.audit;

import ecommerce.defaults.limit.RateBuckets;
import ecommerce.defaults.limit.RateLimit;

/** Decides which refusals are stored. Each instance of a service counts by itself, in memory. */
class RefusalBudget {

    private final RateBuckets repeated;
    private final RateBuckets callers;
    private final RateBuckets actions;

    RefusalBudget(RefusalLimits limits) {
        this.repeated = buckets(1, limits);
        this.callers = buckets(limits.caller(), limits);
        this.actions = buckets(limits.action(), limits);
    }

    private static RateBuckets buckets(long entries, RefusalLimits limits) {
        return new RateBuckets(new RateLimit(entries, limits.period()), limits.callers());
    }

    /** Returns whether a refusal may be stored, and counts it if so. */
    boolean allows(String action, String caller, String key) {
        return repeated.refuse(action + " " + caller + " " + key).isEmpty()
                && callers.refuse(action + " " + caller).isEmpty()
                && actions.refuse(action).isEmpty();
    }
}
