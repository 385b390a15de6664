package ecommerce.product.stock.count;

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

/** Records and lists counts of a product's stock, for staff. */
@RestController
@RequestMapping("/api/products/{productId}/stock/counts")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "stock")
class StockCountController {

    private final StockCounts counts;
    private final IdempotentRequests requests;

    StockCountController(StockCounts counts, IdempotentRequests requests) {
        this.counts = counts;
        this.requests = requests;
    }

    /** Lists the counts of a product's stock. The newest come first. */
    @GetMapping
    PageResponse<CountResponse> list(@PathVariable long productId, @ParameterObject Pageable pageable) {
        return PageResponse.of(counts.find(productId, pageable), Function.identity());
    }

    /** Shows a count of a product's stock. {@code difference} is by how much it has changed the stock. */
    @GetMapping("/{countId}")
    CountResponse get(@PathVariable long productId, @PathVariable long countId) {
        return counts.find(productId, countId);
    }

    /**
     * Records a count and corrects the stock by its difference. Of the counted pieces, {@code awaitingShipment} belong
     * to confirmed orders whose parcels haven't been shipped.
     */
    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<CountResponse> enter(
            @PathVariable long productId,
            @Valid @RequestBody CountRequest request,
            @RequestHeader("Idempotency-Key") @ValidIdempotencyKey String idempotencyKey,
            @AuthenticationPrincipal Caller caller) {
        var path = "/api/products/%d/stock/counts".formatted(productId);
        var key = requests.key(caller.userId(), idempotencyKey, path, request);
        return requests.once(key, CountResponse.class, () -> counts.enter(productId, request, caller.username()))
                .toResponse();
    }
}
