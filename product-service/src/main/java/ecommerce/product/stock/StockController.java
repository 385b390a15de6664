package ecommerce.product.stock;

import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is of a product and how it came about, for staff; also of one that isn't sold any more. */
@RestController
@RequestMapping("/api/products/{productId}/stock")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "products")
class StockController {

    private final StockQueries stock;

    StockController(StockQueries stock) {
        this.stock = stock;
    }

    @GetMapping
    StockQueries.StockLevel get(@PathVariable long productId) {
        return stock.find(productId);
    }

    /** The newest first. */
    @GetMapping("/movements")
    PageResponse<StockQueries.Movement> movements(@PathVariable long productId, @ParameterObject Pageable pageable) {
        return PageResponse.of(stock.findMovements(productId, pageable), Function.identity());
    }
}
