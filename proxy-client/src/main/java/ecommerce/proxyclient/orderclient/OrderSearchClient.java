package ecommerce.proxyclient.orderclient;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Searches the orders of all customers, for staff, and retries the flagged orders of a search. */
@HttpExchange("/api/orders")
public interface OrderSearchClient {

    /**
     * The result of a request to retry flagged orders.
     *
     * @param retried the number of orders that were retried
     * @param next the value of {@code after} with which the next request continues; null if no flagged order is left
     */
    record Retried(int retried, @Nullable Long next) {}

    @GetExchange
    Listing<Order> search(@RequestParam MultiValueMap<String, String> filter);

    @PostExchange("/retry")
    Retried retry(@RequestParam MultiValueMap<String, String> filter);
}
