package ecommerce.defaults.outbox;

import com.github.kagkarlsson.scheduler.task.Task;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Configures the outbox of a service that declares an {@link OutboxReceiver}. */
@AutoConfiguration(beforeName = "ecommerce.defaults.scheduling.SchedulingAutoConfiguration")
@ConditionalOnClass({Task.class, JdbcClient.class})
@ConditionalOnBean(OutboxReceiver.class)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, DurableTasks tasks) {
        return new Outbox(jdbc, json, tasks);
    }

    @Bean
    OutboxDelivery outboxDelivery(JdbcClient jdbc, List<OutboxReceiver> receivers, MeterRegistry meters) {
        return new OutboxDelivery(jdbc, receivers, meters);
    }

    @Bean
    Task<TaskOrigin> outboxTask(OutboxDelivery delivery, OutboxProperties properties) {
        return OutboxTask.of(delivery, properties);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient jdbc, MeterRegistry meters) {
        return new OutboxMetrics(jdbc, meters);
    }
}
