package ecommerce.proxyclient.orderclient;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderClient.Pieces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reads for staff what happened to an order, and adds notes to it. */
@HttpExchange("/api/orders")
public interface OrderHistoryClient {

    /**
     * A change of some pieces of an order, or a customer's request for one.
     *
     * @param kind {@code CANCEL}, {@code RETURN}, or another cause; later versions may add some
     * @param refundAmount the amount that the customer gets back; 0 until the change begins
     * @param decidedBy who accepted, received or refused a return request
     * @param refusal why staff or a service refused it
     */
    record AmendedPieces(
            long amendmentId,
            long orderId,
            String kind,
            String amendmentStatus,
            List<Pieces> items,
            boolean restock,
            BigDecimal refundAmount,
            String reason,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable String refusal) {

        public boolean isReturn() {
            return kind.equals("RETURN");
        }

        /** Returns whether staff can still accept the request. */
        public boolean isRequested() {
            return amendmentStatus.equals("REQUESTED");
        }

        /** Returns whether staff can still refuse the request, or receive its pieces. */
        public boolean isOpen() {
            return isReturn() && (isRequested() || amendmentStatus.equals("ACCEPTED"));
        }
    }

    record Note(long noteId, String text, String by, Instant writtenAt) {}

    record NewNote(String text) {}

    /** @param details what the action was about, by name */
    record OrderAction(Instant occurredAt, @Nullable String actorName, String action, Map<String, Object> details) {}

    @GetExchange("/{orderId}/amendments?sort=requestedAt")
    Listing<AmendedPieces> amendments(@PathVariable long orderId, @RequestParam int size, @RequestParam int page);

    @GetExchange("/{orderId}/notes")
    Listing<Note> notes(@PathVariable long orderId, @RequestParam int size, @RequestParam int page);

    @PostExchange("/{orderId}/notes")
    void add(@PathVariable long orderId, @RequestBody NewNote note, @RequestHeader("Idempotency-Key") String key);

    @GetExchange("/audit?subjectType=order")
    Listing<OrderAction> actions(@RequestParam long subjectId, @RequestParam int size, @RequestParam int page);
}
