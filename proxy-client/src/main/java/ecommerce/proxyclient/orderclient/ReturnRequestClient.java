package ecommerce.proxyclient.orderclient;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.AmendedPieces;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Lists customers' return requests for staff, and decides about them. A request is decided once: order-service refuses more. */
@HttpExchange("/api/orders")
public interface ReturnRequestClient {

    record RefusedReturn(String reason) {}

    /** @param restock whether the pieces go back on sale */
    record ReceivedReturn(boolean restock) {}

    @GetExchange("/return-requests")
    Listing<AmendedPieces> search(
            @RequestParam String amendmentStatus, @RequestParam String sort, @RequestParam String page);

    @PostExchange("/{orderId}/return-requests/{amendmentId}/accept")
    void accept(@PathVariable long orderId, @PathVariable long amendmentId);

    @PostExchange("/{orderId}/return-requests/{amendmentId}/refuse")
    void refuse(@PathVariable long orderId, @PathVariable long amendmentId, @RequestBody RefusedReturn refused);

    /** Refunds the pieces. */
    @PostExchange("/{orderId}/return-requests/{amendmentId}/receive")
    void receive(@PathVariable long orderId, @PathVariable long amendmentId, @RequestBody ReceivedReturn received);
}
