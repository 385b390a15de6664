package ecommerce.payment.provider;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.util.UUID;

/**
 * Names a stored instruction to the provider. One durable task settles instructions of all kinds.
 *
 * @param id the payment's id of a capture, the order's id of a void, the refund's id of a refund
 */
public record Instruction(Kind kind, long id) {

    /** The name of the durable task. */
    public static final String TASK = "settle-instruction";

    private static final String SEPARATOR = ":";

    /** The kinds of instructions, each stored in a row of its own until the provider has answered. */
    public enum Kind {
        /** A row of {@code capture_request} that is PENDING. */
        CAPTURE,
        /** A voided payment whose void isn't confirmed. */
        VOID,
        /** A row of {@code refund} that is PENDING. */
        REFUND
    }

    /** Returns the task that settles the instruction. */
    public TaskInstance<TaskOrigin> task() {
        return new TaskInstance<>(TASK, kind + SEPARATOR + id);
    }

    /** Returns another task for an instruction whose first task may be ending. */
    public TaskInstance<TaskOrigin> anotherTask() {
        return new TaskInstance<>(TASK, String.join(SEPARATOR, kind.name(), Long.toString(id), "" + UUID.randomUUID()));
    }

    /** Returns the instruction that a task settles. */
    public static Instruction of(TaskInstance<?> task) {
        var parts = task.getId().split(SEPARATOR);
        return new Instruction(Kind.valueOf(parts[0]), Long.parseLong(parts[1]));
    }
}
