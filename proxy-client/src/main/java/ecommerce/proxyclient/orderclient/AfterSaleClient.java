package ecommerce.proxyclient.orderclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.orderclient.OrderClient.Pieces;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Describes, cancels, returns, retries, refunds and closes orders for staff. {@code ifMatch} is the {@code ETag} of the order that staff
 * have seen: order-service answers with 412 if the order has changed since.
 */
@HttpExchange("/api/orders/{orderId}")
public interface AfterSaleClient {

    /**
     * A request to cancel or return an order or some of its pieces.
     *
     * @param restock whether the pieces go back on sale
     * @param items the pieces; null for the whole order
     */
    record Change(
            @Nullable String reason,
            boolean restock,
            @Nullable List<Pieces> items) {}

    /** @param outcome how staff settled the money outside the shop: {@code REFUNDED_OUTSIDE} or {@code WRITTEN_OFF} */
    record Closing(String outcome, String note) {}

    /** @param orderDesc the customer's note; null removes it */
    record Description(@JsonInclude @Nullable String orderDesc) {}

    /** Returns the order with its {@code ETag}. */
    @GetExchange
    ResponseEntity<Order> order(@PathVariable long orderId);

    /** Changes the customer's note of an order whose goods haven't left. */
    @PatchExchange(contentType = MediaType.APPLICATION_JSON_VALUE)
    void describe(
            @PathVariable long orderId,
            @RequestBody Description description,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /** Cancels pieces that haven't left. The key is needed if the change names pieces: they are cancelled once under it. */
    @PostExchange("/cancel")
    void cancel(
            @PathVariable long orderId,
            @RequestBody Change change,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /** Returns delivered pieces that have arrived. The key is needed as for {@link #cancel}. */
    @PostExchange("/return")
    void takeBack(
            @PathVariable long orderId,
            @RequestBody Change change,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    @PostExchange("/retry")
    void retry(@PathVariable long orderId);

    /** Undoes a flagged order: voids its payment, or refunds it. */
    @PostExchange("/refund")
    void refund(
            @PathVariable long orderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    @PostExchange("/close")
    void close(
            @PathVariable long orderId,
            @RequestBody Closing closing,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);
}
