package ecommerce.payment.charge;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives captures that are still pending after a while a durable task. A capture has none from the start, because nearly
 * all captures are settled by their own request.
 */
@Configuration(proxyBeanMethods = false)
class CaptureAdoption {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int A_RUN = 100;

    private final JdbcClient jdbc;

    CaptureAdoption(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Task<Void> adoptCaptures(DurableTasks tasks) {
        return Tasks.recurring("adopt-captures", FixedDelay.of(INTERVAL))
                .execute((instance, context) -> findWithoutTask()
                        .forEach(paymentId -> tasks.schedule(new Instruction(Kind.CAPTURE, paymentId).task())));
    }

    /** Finds payments whose capture is pending and has no task, the oldest first. */
    List<Long> findWithoutTask() {
        return jdbc.sql("""
                        SELECT payment_id FROM payment p
                         WHERE status = 'AUTHORISED' AND capture_requested_at < now() - make_interval(secs => :age)
                           AND NOT EXISTS (SELECT FROM scheduled_tasks
                                            WHERE task_name = :task AND task_instance = :prefix || p.payment_id)
                         ORDER BY capture_requested_at LIMIT :size
                        """)
                .param("age", INTERVAL.toSeconds())
                .param("task", Instruction.TASK)
                .param("prefix", Kind.CAPTURE + Instruction.SEPARATOR)
                .param("size", A_RUN)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
