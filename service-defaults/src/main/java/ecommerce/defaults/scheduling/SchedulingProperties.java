package ecommerce.defaults.scheduling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures how durable tasks are run.
 *
 * @param concurrency the maximum number of concurrent tasks on this replica
 * @param pollingInterval the maximum delay of a task that another process stored or that is due later
 * @param heartbeatInterval how often a running task sends a heartbeat; after four missed heartbeats another replica
 *     takes the task over
 * @param shutdownWait how long a shutdown waits for running tasks
 */
@ConfigurationProperties("shop.scheduling")
record SchedulingProperties(
        @DefaultValue("32") int concurrency,
        @DefaultValue("1s") Duration pollingInterval,
        @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("10s") Duration shutdownWait) {}
