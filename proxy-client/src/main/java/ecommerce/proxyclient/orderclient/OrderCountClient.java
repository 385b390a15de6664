package ecommerce.proxyclient.orderclient;

import ecommerce.proxyclient.listing.ListCount;
import java.time.Instant;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Counts orders and return requests for staff, and reads the result of the last reconciliation. */
@HttpExchange("/api")
public interface OrderCountClient {

    /**
     * The last complete comparison of orders with payments, reservations and shipments.
     *
     * @param mismatches the number of mismatches, repaired or not; zero in a shop without faults
     */
    record ReconciliationResult(Instant finishedAt, long orders, long mismatches) {}

    /** Counts the orders that were placed at this time or later. */
    @GetExchange("/orders?size=1")
    ListCount since(@RequestParam String from);

    /** Counts the orders that wait for staff. */
    @GetExchange("/orders?size=1&orderStatus=NEEDS_ATTENTION")
    ListCount flagged();

    @GetExchange("/orders/return-requests?size=1")
    ListCount returnRequests(@RequestParam String amendmentStatus);

    /** Reads the last result. Throws 404 if there is none yet. */
    @GetExchange("/orders/reconciliation")
    ReconciliationResult reconciliation();
}
