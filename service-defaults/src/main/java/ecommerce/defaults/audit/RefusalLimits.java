package ecommerce.defaults.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits how many refusals an instance stores, so that refused requests can't fill the database. A refusal that a
 * caller repeats is stored once in a period.
 *
 * @param period the time in which an exhausted limit refills, evenly
 * @param caller the number of entries of a caller for each action
 * @param action the number of entries of all callers for each action
 * @param callers the number of callers that are kept in memory
 */
@ConfigurationProperties("shop.audit.refusals")
record RefusalLimits(
        @DefaultValue("1h") Duration period,
        @DefaultValue("20") long caller,
        @DefaultValue("600") long action,
        @DefaultValue("20000") int callers) {}
