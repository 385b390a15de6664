package ecommerce.product.stock.movement;

import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what an order has moved in the stock of its products, for staff. */
@RestController
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "stock")
class OrderMovementController {

    private final StockMovements movements;

    OrderMovementController(StockMovements movements) {
        this.movements = movements;
    }

    /**
     * Lists the movements of an order's stock, the oldest first: when its pieces were reserved, sold, released or
     * returned. An order without stock has none.
     */
    @GetMapping("/api/products/stock/movements")
    PageResponse<MovementResponse> list(@RequestParam long orderId, @ParameterObject Pageable pageable) {
        return PageResponse.of(movements.findOfOrder(orderId, pageable), Function.identity());
    }
}
