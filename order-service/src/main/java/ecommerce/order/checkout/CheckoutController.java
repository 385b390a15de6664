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
import java.util.UUID;
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
     * Orders a cart. Answers as soon as the order is stored; the order's status shows how the checkout goes on. An
     * {@code If-Match} names the cart as the customer saw it.
     *
     * <p>With an {@code Idempotency-Key} a repeated request gets the first answer. Without one a repetition orders nothing
     * either, since a cart is ordered once: its answer is 409 and names the order.
     */
    @PostMapping("/api/orders")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderResponse.class)))
    ResponseEntity<String> checkOut(
            @Valid @RequestBody CheckoutRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Pattern(regexp = IdempotencyKeys.FORM, message = IdempotencyKeys.FORM_MESSAGE)
                    @Nullable
                    String idempotencyKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        return checkouts.checkOut(request, ifMatch, key, caller).toResponse();
    }
}
