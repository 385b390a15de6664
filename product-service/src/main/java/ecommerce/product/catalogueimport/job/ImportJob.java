package ecommerce.product.catalogueimport.job;

import ecommerce.product.catalogueimport.batch.ImportReport.MovedStock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that imports a file.
 *
 * @param requestedBy the sign-in name of the member of staff who sent the file
 * @param bytes the size of the file
 * @param bytesRead how much of the file has been read; its lines are stored or refused
 * @param counts the counts of these lines
 * @param problem why a job has failed; otherwise absent
 * @param endedAt when the job has finished, failed or been cancelled
 */
public record ImportJob(
        long jobId,
        State state,
        String requestedBy,
        long bytes,
        long bytesRead,
        Counts counts,
        @Nullable String problem,
        Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** The state of a job. */
    public enum State {
        /** Waits for the jobs that were accepted before. */
        WAITING,
        RUNNING,
        FINISHED,
        /** Stopped by staff. What was stored before stays stored. */
        CANCELLED,
        /** Can't be completed. What was stored before stays stored. */
        FAILED
    }

    /**
     * The counts of a job. Each line is counted once: as created, updated, unchanged or refused.
     *
     * @param updated lines that changed a product or its stock
     * @param stock the pieces that the job moved
     */
    public record Counts(long created, long updated, long unchanged, long refused, MovedStock stock) {

        static final Counts NONE = new Counts(0, 0, 0, 0, new MovedStock(0, 0, 0, 0, 0));
    }

    /** Returns the path of the job. */
    public String location() {
        return "/api/products/imports/" + jobId;
    }

    boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
