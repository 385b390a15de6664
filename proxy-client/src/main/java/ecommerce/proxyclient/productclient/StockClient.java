package ecommerce.proxyclient.productclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Reads and changes the stock of products, deleted ones included, with the token of staff. Amounts are in pieces. */
@HttpExchange("/api/products")
public interface StockClient {

    /**
     * The stock of a product.
     *
     * @param onHand pieces in the warehouse, without sold pieces that await shipment
     * @param reserved pieces on hand that are reserved for orders
     * @param sold pieces that were sold and not returned
     * @param lowStockThreshold the sellable pieces at or below which the stock is low; absent if it never is
     */
    record StockLevel(
            long productId,
            long onHand,
            long reserved,
            long sellable,
            long sold,
            @Nullable Integer lowStockThreshold) {}

    /**
     * A row of the ledger.
     *
     * @param productId absent while an instance of the previous version answers
     * @param delta pieces that entered the warehouse, or as a negative number left it
     * @param reservedDelta pieces that were reserved, or as a negative number no longer are
     * @param reason one of product-service's reasons; later versions may add some
     */
    record Movement(
            long movementId,
            @Nullable Long productId,
            Instant at,
            int delta,
            int reservedDelta,
            String reason,
            @Nullable Long orderId,
            @Nullable String note,
            String by) {}

    record NewMovement(
            int quantity, String reason, @Nullable String note) {}

    /**
     * A count of the shelf.
     *
     * @param difference by how much the count has changed the stock
     */
    record Count(
            long countId,
            Instant at,
            String by,
            int counted,
            int awaitingShipment,
            int onHand,
            int onHandBefore,
            int difference,
            @Nullable String note) {}

    record NewCount(
            int counted, int awaitingShipment, @Nullable String note) {}

    record NewTransfer(
            long toProductId, int quantity, @Nullable String note) {}

    record Transferred(int quantity) {}

    /** @param lowStockThreshold null ends the warnings; the service requires the member */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Threshold(@Nullable Integer lowStockThreshold) {}

    record LowProduct(
            long productId,
            String productTitle,
            String sku,
            int onHand,
            int reserved,
            int sellable,
            int lowStockThreshold) {}

    /**
     * A deleted product that has pieces.
     *
     * @param proposal the product that has the SKU now; absent if there is none
     */
    record StrandedProduct(
            long productId,
            String productTitle,
            String sku,
            Instant deletedAt,
            int onHand,
            int reserved,
            int sellable,
            @Nullable Proposal proposal) {}

    record Proposal(long productId, String productTitle) {}

    @GetExchange("/{productId}/stock")
    StockLevel level(@PathVariable long productId);

    @GetExchange("/{productId}/stock/movements")
    Listing<Movement> movements(@PathVariable long productId, @RequestParam int page);

    /** Lists the movements of all products of an order, the oldest first. */
    @GetExchange("/stock/movements")
    Listing<Movement> movementsOfOrder(@RequestParam long orderId, @RequestParam int size, @RequestParam int page);

    @PostExchange("/{productId}/stock/movements")
    Movement move(
            @PathVariable long productId,
            @RequestBody NewMovement movement,
            @RequestHeader("Idempotency-Key") String key);

    @GetExchange("/{productId}/stock/counts")
    Listing<Count> counts(@PathVariable long productId, @RequestParam int page);

    @PostExchange("/{productId}/stock/counts")
    Count count(
            @PathVariable long productId, @RequestBody NewCount count, @RequestHeader("Idempotency-Key") String key);

    @PostExchange("/{productId}/stock/transfers")
    Transferred transfer(
            @PathVariable long productId,
            @RequestBody NewTransfer transfer,
            @RequestHeader("Idempotency-Key") String key);

    @PutExchange("/{productId}/stock/threshold")
    void setThreshold(@PathVariable long productId, @RequestBody Threshold threshold);

    @GetExchange("/stock/low")
    Listing<LowProduct> low(@RequestParam int page);

    @GetExchange("/stock/stranded")
    Listing<StrandedProduct> stranded(@RequestParam int page);
}
