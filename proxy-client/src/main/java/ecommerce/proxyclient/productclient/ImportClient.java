package ecommerce.proxyclient.productclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reads and cancels the jobs of the catalogue import, for staff. */
@HttpExchange("/api/products/imports")
public interface ImportClient {

    /**
     * A job that imports a file.
     *
     * @param state one of product-service's states; later versions may add some
     * @param bytesRead how much of the file's {@code bytes} has been read; its lines are counted
     * @param problem why a job has failed; otherwise absent
     */
    record Job(
            long jobId,
            String state,
            String requestedBy,
            long bytes,
            long bytesRead,
            Counts counts,
            @Nullable String problem,
            Instant acceptedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        public boolean isOpen() {
            return endedAt == null;
        }

        public int percent() {
            return bytes == 0 ? 0 : (int) (100 * bytesRead / bytes);
        }
    }

    record Counts(long created, long updated, long unchanged, long refused, MovedStock stock) {}

    /** @param differing lines whose quantity differs from the stock and wasn't stored */
    record MovedStock(long opened, long added, long removed, long productsMoved, long differing) {}

    /** Lists the jobs of the last 30 days, the newest first. */
    @GetExchange
    Listing<Job> jobs(@RequestParam int page);

    @GetExchange("/{jobId}")
    Job job(@PathVariable long jobId);

    @PostExchange("/{jobId}/cancel")
    Job cancel(@PathVariable long jobId);
}
