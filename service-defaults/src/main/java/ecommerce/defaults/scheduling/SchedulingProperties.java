package ecommerce.defaults.scheduling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How durable tasks are run.
 *
 * @param concurrency tasks at the same time on this replica
 * @param pollingInterval how late a task may be that another process stored, or that waits for its time
 * @param heartbeatInterval a task whose process misses four of them is taken over
 * @param shutdownWait how long running tasks may take to end at a stop
 */
@ConfigurationProperties("shop.scheduling")
record SchedulingProperties(
        @DefaultValue("32") int concurrency,
        @DefaultValue("1s") Duration pollingInterval,
        @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("10s") Duration shutdownWait) {}
