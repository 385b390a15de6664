package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Configures db-scheduler for services that declare tasks as beans. Each service has its own table
 * {@code scheduled_tasks}. Any replica may run a task. If a replica misses its heartbeats, another replica takes over
 * its tasks.
 */
@AutoConfiguration(afterName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({Scheduler.class, DataSource.class})
@ConditionalOnBean(Task.class)
@EnableConfigurationProperties(SchedulingProperties.class)
@EnableScheduling
class SchedulingAutoConfiguration {

    @Bean
    TaskTracing taskTracing(
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            ObjectProvider<ObservationRegistry> observations) {
        return new TaskTracing(
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    DurableTasks durableTasks(DataSource dataSource, TaskTracing tracing, ApplicationEventPublisher events) {
        var inTransaction = new TransactionAwareDataSourceProxy(dataSource);
        var client = SchedulerClient.Builder.create(inTransaction)
                .jdbcCustomization(postgresql())
                .build();
        return new DurableTasks(client, tracing, events);
    }

    @Bean(destroyMethod = "")
    Scheduler scheduler(
            DataSource dataSource,
            List<Task<?>> tasks,
            TaskTracing tracing,
            MeterRegistry meters,
            SchedulingProperties properties) {
        var recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .toList();
        var oneTime =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        return Scheduler.create(dataSource, oneTime)
                .startTasks(recurring)
                .jdbcCustomization(postgresql())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(properties.concurrency())
                .pollUsingLockAndFetch(0.5, 2)
                .pollingInterval(properties.pollingInterval())
                .heartbeatInterval(properties.heartbeatInterval())
                .missedHeartbeatsLimit(4)
                .addSchedulerListener(new StatsRegistryAdapter(new MicrometerStatsRegistry(meters, tasks)))
                .addExecutionInterceptor(tracing)
                .shutdownMaxWait(properties.shutdownWait())
                .build();
    }

    /** Names the database explicitly. Detection needs a connection, and a context must start without a database. */
    private static JdbcCustomization postgresql() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    @Bean
    TaskMetrics taskMetrics(JdbcClient jdbc, MeterRegistry meters) {
        return new TaskMetrics(jdbc, meters);
    }

    @Bean
    SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SchedulerLifecycle(scheduler);
    }
}
