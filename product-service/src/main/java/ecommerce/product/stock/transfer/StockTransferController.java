package ecommerce.product.stock.transfer;

import ecommerce.defaults.idempotency.IdempotentRequests;
import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.product.stock.transfer.StockTransfers.TransferResponse;
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

/** Lists and transfers the stock of deleted products, for staff. */
@RestController
@RequestMapping("/api/products")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "stock")
class StockTransferController {

    private final StrandedStock stranded;
    private final StockTransfers transfers;
    private final IdempotentRequests requests;

    StockTransferController(StrandedStock stranded, StockTransfers transfers, IdempotentRequests requests) {
        this.stranded = stranded;
        this.transfers = transfers;
        this.requests = requests;
    }

    /** Lists deleted products that have pieces. Each names the product that has its SKU now. */
    @GetMapping("/stock/stranded")
    PageResponse<StrandedStock.StrandedProduct> list(@ParameterObject Pageable pageable) {
        return PageResponse.of(stranded.find(pageable), Function.identity());
    }

    /** Moves pieces of a deleted product to another product. The pieces then can be sold again. */
    @PostMapping("/{productId}/stock/transfers")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<TransferResponse> transfer(
            @PathVariable long productId,
            @Valid @RequestBody TransferRequest request,
            @RequestHeader("Idempotency-Key") @ValidIdempotencyKey String idempotencyKey,
            @AuthenticationPrincipal Caller caller) {
        var path = "/api/products/%d/stock/transfers".formatted(productId);
        var key = requests.key(caller.userId(), idempotencyKey, path, request);
        return requests.once(
                        key, TransferResponse.class, () -> transfers.transfer(productId, request, caller.username()))
                .toResponse();
    }
}
