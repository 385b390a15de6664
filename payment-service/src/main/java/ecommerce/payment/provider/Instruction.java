package ecommerce.payment.provider;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.util.UUID;

/**
 * Names a stored instruction to the provider. A durable task settles it.
 *
 * @param id the payment's id of a capture, the order's id of a void, the refund's id of a refund
 */
public record Instruction(Kind kind, long id) {

    /** The name of the task that settles instructions of all kinds. */
    public static final String TASK = "settle-instruction";

    /** The name under which both versions run tasks that settle voids. */
    public static final String VOID_TASK = "confirm-void";

    /** The name under which both versions run tasks that settle refunds. */
    public static final String REFUND_TASK = "settle-refund";

    /** Separates the parts of a task's id. */
    public static final String SEPARATOR = ":";

    /** The kinds of instructions. Each is stored in a row until the provider has answered. */
    public enum Kind {
        /** An authorised payment whose capture is requested. */
        CAPTURE,
        /** A voided payment whose void isn't confirmed. */
        VOID,
        /** A refund that is pending. */
        REFUND
    }

    /** Returns the task that settles the instruction. */
    public TaskInstance<TaskOrigin> task() {
        return task("");
    }

    /** Returns another task for an instruction whose first task may be ending. */
    public TaskInstance<TaskOrigin> anotherTask() {
        return task(SEPARATOR + UUID.randomUUID());
    }

    /**
     * Voids and refunds have tasks that the previous version also runs, so that a rollback strands none. It has no task
     * for captures. A capture whose task isn't run is requested again by its order.
     */
    private TaskInstance<TaskOrigin> task(String suffix) {
        return switch (kind) {
            case CAPTURE -> new TaskInstance<>(TASK, kind + SEPARATOR + id + suffix);
            case VOID -> new TaskInstance<>(VOID_TASK, id + suffix);
            case REFUND -> new TaskInstance<>(REFUND_TASK, id + suffix);
        };
    }

    /** Returns the instruction that the task settles. */
    public static Instruction of(TaskInstance<?> task) {
        var parts = task.getId().split(SEPARATOR);
        return switch (task.getTaskName()) {
            case VOID_TASK -> new Instruction(Kind.VOID, Long.parseLong(parts[0]));
            case REFUND_TASK -> new Instruction(Kind.REFUND, Long.parseLong(parts[0]));
            default -> new Instruction(Kind.valueOf(parts[0]), Long.parseLong(parts[1]));
        };
    }
}
