package ecommerce.proxyclient.orderclient;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Reads and changes carts of customers and guests. */
@HttpExchange("/api/carts")
public interface CartClient {

    /**
     * A cart.
     *
     * @param cartId absent for a guest's cart
     * @param guestCartId absent for a customer's cart
     * @param priced whether the prices are the catalogue's current prices
     */
    record Cart(
            @Nullable Long cartId, @Nullable String guestCartId, List<Line> items, BigDecimal total, boolean priced) {

        public int pieces() {
            return items.stream().mapToInt(Line::orderedQuantity).sum();
        }

        /** Returns whether a line can't be had in the quantity of the cart. */
        public boolean isShort() {
            return items.stream().anyMatch(Line::isShort);
        }
    }

    /** @param available the pieces that can be sold now; absent if unknown */
    record Line(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int orderedQuantity,
            BigDecimal lineTotal,
            @Nullable Integer available) {

        public boolean isShort() {
            return available != null && available < orderedQuantity;
        }
    }

    /** The customer's cart after a merge, and the pieces of the guest's cart that weren't added. */
    record MergedCart(List<LeftOut> leftOut) {}

    record LeftOut(String productTitle, int quantity) {}

    record AddItem(long productId, int orderedQuantity) {}

    record SetQuantity(int orderedQuantity) {}

    /** Returns the customer's open cart, and opens one if there is none. */
    @PostExchange
    Cart open();

    @PostExchange("/{cartId}/items")
    Cart add(@PathVariable long cartId, @RequestBody AddItem item);

    @PutExchange("/{cartId}/items/{productId}")
    Cart set(@PathVariable long cartId, @PathVariable long productId, @RequestBody SetQuantity quantity);

    @DeleteExchange("/{cartId}/items/{productId}")
    Cart remove(@PathVariable long cartId, @PathVariable long productId);

    /** Opens a guest's cart. Requests with the same key open one cart; without a key each opens a new one. */
    @PostExchange("/guests")
    Cart openGuest(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key);

    @GetExchange("/guests/{guestCartId}")
    Cart guest(@PathVariable String guestCartId);

    @PostExchange("/guests/{guestCartId}/items")
    Cart addGuest(@PathVariable String guestCartId, @RequestBody AddItem item);

    @PutExchange("/guests/{guestCartId}/items/{productId}")
    Cart setGuest(@PathVariable String guestCartId, @PathVariable long productId, @RequestBody SetQuantity quantity);

    @DeleteExchange("/guests/{guestCartId}/items/{productId}")
    Cart removeGuest(@PathVariable String guestCartId, @PathVariable long productId);

    @PostExchange("/guests/{guestCartId}/merge")
    MergedCart merge(@PathVariable String guestCartId);
}
