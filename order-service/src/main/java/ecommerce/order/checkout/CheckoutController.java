package ecommerce.order.checkout;

import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "orders")
class CheckoutController {

    private final CheckoutService checkouts;

    CheckoutController(CheckoutService checkouts) {
        this.checkouts = checkouts;
    }

    /**
     * Answers as soon as the order is stored; the checkout goes on by itself and shows in the order's status. A condition
     * names the cart as it was shown.
     */
    @PostMapping("/api/orders")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OrderResponse.class)))
    ResponseEntity<String> checkOut(
            @Valid @RequestBody CheckoutRequest request,
            @RequestHeader("Idempotency-Key")
                    @Pattern(regexp = IdempotencyKeys.FORM, message = IdempotencyKeys.FORM_MESSAGE)
                    String idempotencyKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return checkouts.checkOut(request, ifMatch, idempotencyKey, caller).toResponse();
    }
}
