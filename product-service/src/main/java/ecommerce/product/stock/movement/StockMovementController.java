package ecommerce.product.stock.movement;

import ecommerce.defaults.idempotency.IdempotentRequests;
import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists and enters movements of a product's stock, for staff. */
@RestController
@RequestMapping("/api/products/{productId}/stock/movements")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "stock")
class StockMovementController {

    private final StockMovements movements;
    private final IdempotentRequests requests;

    StockMovementController(StockMovements movements, IdempotentRequests requests) {
        this.movements = movements;
        this.requests = requests;
    }

    /** Lists the movements of a product's stock. The newest come first. */
    @GetMapping
    PageResponse<MovementResponse> list(@PathVariable long productId, @ParameterObject Pageable pageable) {
        return PageResponse.of(movements.find(productId, pageable), Function.identity());
    }

    /** Shows a movement of a product's stock. It names who moved which number of pieces, and why. */
    @GetMapping("/{movementId}")
    MovementResponse get(@PathVariable long productId, @PathVariable long movementId) {
        return movements.find(productId, movementId);
    }

    /** Adds pieces to the stock or removes pieces from it. A negative {@code quantity} removes pieces. */
    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<MovementResponse> enter(
            @PathVariable long productId,
            @Valid @RequestBody MovementRequest request,
            @RequestHeader("Idempotency-Key") @ValidIdempotencyKey String idempotencyKey,
            @AuthenticationPrincipal Caller caller) {
        var path = "/api/products/%d/stock/movements".formatted(productId);
        var key = requests.key(caller.userId(), idempotencyKey, path, request);
        return requests.once(key, MovementResponse.class, () -> movements.enter(productId, request, caller.username()))
                .toResponse();
    }
}
