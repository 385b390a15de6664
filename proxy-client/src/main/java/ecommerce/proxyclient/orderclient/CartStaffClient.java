package ecommerce.proxyclient.orderclient;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.CartClient.AddItem;
import ecommerce.proxyclient.orderclient.CartClient.Line;
import ecommerce.proxyclient.orderclient.CartClient.SetQuantity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Reads and changes the carts of all users, for staff. */
@HttpExchange("/api/carts")
public interface CartStaffClient {

    /**
     * A cart.
     *
     * @param cartId absent for a guest's cart, which only the guest can open
     * @param cartStatus one of order-service's statuses; later versions may add some
     */
    record UserCart(
            @Nullable Long cartId,
            @Nullable Long userId,
            String cartStatus,
            List<Line> items,
            BigDecimal total,
            boolean priced) {

        public int pieces() {
            return items.stream().mapToInt(Line::orderedQuantity).sum();
        }

        public boolean isOpen() {
            return cartStatus.equals("OPEN");
        }
    }

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange
    Listing<UserCart> carts(@RequestParam MultiValueMap<String, String> query);

    /** Returns a cart with its {@code ETag}. */
    @GetExchange("/{cartId}")
    ResponseEntity<UserCart> cart(@PathVariable long cartId);

    @PostExchange("/{cartId}/items")
    void add(@PathVariable long cartId, @RequestBody AddItem item, @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @PutExchange("/{cartId}/items/{productId}")
    void set(
            @PathVariable long cartId,
            @PathVariable long productId,
            @RequestBody SetQuantity quantity,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @DeleteExchange("/{cartId}/items/{productId}")
    void remove(
            @PathVariable long cartId, @PathVariable long productId, @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @DeleteExchange("/{cartId}")
    void abandon(@PathVariable long cartId, @RequestHeader(HttpHeaders.IF_MATCH) String etag);
}
