package ecommerce.order.checkout;

import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.order.order.OrderResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
@Tag(name = "orders")
class CheckoutController {

    private final CheckoutService checkouts;

    CheckoutController(CheckoutService checkouts) {
        this.checkouts = checkouts;
    }

    /**
     * Orders a cart. Responds as soon as the order is stored; the order's status then shows the progress of the
     * checkout. {@code If-Match} takes the {@code ETag} of the cart as the customer saw it.
     *
     * <p>With an {@code Idempotency-Key}, a repeated request gets the first response. Without a key, a repeated
     * request is refused with 409 and the order's id, because a cart can be ordered only once.
     */
    @PostMapping("/api/orders")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @AlsoAnswers(HttpStatus.NOT_FOUND)
    ResponseEntity<OrderResponse> checkOut(
            @Valid @RequestBody CheckoutRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @ValidIdempotencyKey @Nullable
                    String idempotencyKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        return checkouts.checkOut(request, ifMatch, key, caller).toResponse();
    }
}
