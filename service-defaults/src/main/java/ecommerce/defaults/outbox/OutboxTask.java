package ecommerce.defaults.outbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.util.UUID;

/** The durable task that delivers a message and the earlier messages of its topic and key. Any replica may run it. */
final class OutboxTask {

    private static final String NAME = "outbox";
    private static final String SEPARATOR = ":";

    private OutboxTask() {}

    static TaskInstance<TaskOrigin> instance(String topic, long key, UUID messageId) {
        return new TaskInstance<>(NAME, String.join(SEPARATOR, topic, Long.toString(key), messageId.toString()));
    }

    static Task<TaskOrigin> of(OutboxDelivery delivery, OutboxProperties properties) {
        return Tasks.oneTime(NAME, TaskOrigin.class)
                .onFailure(Backoff.everSlower(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = instance.getId().split(SEPARATOR);
                    delivery.deliver(id[0], Long.parseLong(id[1]));
                });
    }
}
