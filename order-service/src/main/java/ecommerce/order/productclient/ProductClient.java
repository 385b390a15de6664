package ecommerce.order.productclient;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

@HttpExchange("/internal")
public interface ProductClient {

    record Product(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int quantity) {}

    record ProductList(List<Product> collection) {}

    record Item(long productId, int quantity) {}

    record Items(List<Item> items) {}

    /** @param restock whether the pieces go back on sale */
    record Return(boolean restock) {}

    /** @param restock whether the pieces go back on sale */
    record PiecesReturn(List<Item> items, boolean restock) {}

    record Shortage(long productId, int requested, int available) {}

    /** The body of a 409 to a reservation. */
    record Shortages(@Nullable List<Shortage> shortages) {}

    record Reservation(long orderId, String reservationStatus, List<Item> items) {}

    record ReservationList(List<Reservation> collection) {}

    /** Finds up to 100 products. The ids are joined by commas. Products that aren't for sale are left out. */
    @GetExchange("/products")
    ProductList find(@RequestParam String ids);

    @PutExchange("/reservations/{orderId}")
    void reserve(@PathVariable long orderId, @RequestBody Items items);

    @PostExchange("/reservations/{orderId}/commit")
    void commit(@PathVariable long orderId);

    /** Releases reserved stock, and returns committed stock. */
    @PostExchange("/reservations/{orderId}/return")
    void returnStock(@PathVariable long orderId, @RequestBody Return request);

    /** Returns some of the committed pieces. */
    @PutExchange("/reservations/{orderId}/returns/{reference}")
    void returnPieces(@PathVariable long orderId, @PathVariable UUID reference, @RequestBody PiecesReturn request);

    /**
     * Finds the reservations of up to 500 orders. The ids are joined by commas. Orders without a reservation are left
     * out.
     */
    @GetExchange("/reservations/lookup")
    ReservationList lookUp(@RequestParam String orderIds);

    /** Lists reservations in pages, sorted by order id. */
    @GetExchange("/reservations")
    ReservationList reservations(
            @RequestParam long afterOrderId, @RequestParam long upToOrderId, @RequestParam int size);
}
