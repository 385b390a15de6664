package ecommerce.proxyclient.orderclient;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reads and requests comparisons of orders with payments, stock and shipments, for staff. */
@HttpExchange("/api/orders/reconciliation")
public interface ReconciliationClient {

    /**
     * A finished comparison.
     *
     * @param orders the number of orders that were compared
     * @param mismatches the number of mismatches
     * @param found the first thousand mismatches
     */
    record Run(Instant startedAt, Instant finishedAt, long orders, long mismatches, List<Mismatch> found) {}

    /**
     * A mismatch.
     *
     * @param kind one of order-service's kinds; later versions may add some
     * @param repair what is done about it; null if staff must look at it
     */
    record Mismatch(
            long orderId,
            String kind,
            String detail,
            @Nullable String repair) {}

    /** Returns the last finished comparison. Responds with 404 if there is none yet. */
    @GetExchange
    Run last();

    /** Requests a comparison. The response has no body (202) if it isn't finished soon. */
    @PostExchange
    ResponseEntity<Run> run();
}
