package ecommerce.product.stock.low;

import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists products that need to be reordered, for staff. */
@RestController
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "stock")
class LowStockController {

    private final LowStock stock;

    LowStockController(LowStock stock) {
        this.stock = stock;
    }

    /**
     * Lists products whose sellable pieces are at or below their threshold. Those with the fewest pieces come first.
     */
    @GetMapping("/api/products/stock/low")
    PageResponse<LowStock.LowProduct> list(@ParameterObject Pageable pageable) {
        return PageResponse.of(stock.find(pageable), Function.identity());
    }
}
