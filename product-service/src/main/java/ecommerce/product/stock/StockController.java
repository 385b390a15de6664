package ecommerce.product.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff the stock of a product, deleted ones included, and sets its threshold for low stock. */
@RestController
@RequestMapping("/api/products/{productId}/stock")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "stock")
class StockController {

    private final StockQueries stock;
    private final StockThresholds thresholds;

    StockController(StockQueries stock, StockThresholds thresholds) {
        this.stock = stock;
        this.thresholds = thresholds;
    }

    /**
     * @param lowStockThreshold the number of sellable pieces at or below which the stock is low; null if it never is. It
     *     must be there, because a misspelt member would end the warnings.
     */
    record ThresholdRequest(
            @JsonProperty(required = true) @Min(0) @Max(StockAdjustments.MAXIMUM) @Nullable
            Integer lowStockThreshold) {}

    /**
     * Shows the stock of a product, also of a deleted one. Sellable pieces are those on hand that no order has
     * reserved.
     */
    @GetMapping
    StockQueries.StockLevel get(@PathVariable long productId) {
        return stock.find(productId);
    }

    /**
     * Sets the number of sellable pieces at or below which the stock is low. Null ends the warnings for the product.
     */
    @PutMapping("/threshold")
    StockQueries.StockLevel setThreshold(@PathVariable long productId, @Valid @RequestBody ThresholdRequest request) {
        thresholds.set(productId, request.lowStockThreshold());
        return stock.find(productId);
    }
}
