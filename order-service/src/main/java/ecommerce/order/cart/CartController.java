package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.order.cart.CartRequests.OpenCart;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
@RequestMapping("/api/carts")
@Tag(name = "carts")
class CartController {

    private final CartService carts;
    private final CartPricing pricing;
    private final RepresentationTags tags;

    CartController(CartService carts, CartPricing pricing, RepresentationTags tags) {
        this.carts = carts;
        this.pricing = pricing;
        this.tags = tags;
    }

    /**
     * Opens a cart for the caller. Responds with 201 for a new cart, and with 200 if the caller already has an open
     * one.
     */
    @PostMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<CartResponse> open(
            @RequestBody(required = false) @Nullable OpenCart request, @AuthenticationPrincipal Caller caller) {
        if (request != null && request.userId() != null && request.userId() != caller.userId()) {
            throw Problem.forbidden("You can open a cart only for yourself");
        }
        var opened = carts.open(caller.userId());
        var status = opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
        var cart = pricing.price(opened.cart());
        return ResponseEntity.status(status)
                .location(URI.create("/api/carts/" + cart.cartId()))
                .eTag(tags.of(cart))
                .body(cart);
    }

    /** Lists carts with their current prices. A customer sees the own carts, staff see those of all customers. */
    @GetMapping
    PageResponse<CartResponse> list(
            @RequestParam(required = false) @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable String userId,
            @RequestParam(required = false) @Nullable CartStatus cartStatus,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        var page = carts.search(caller.resolveUserId(userId), cartStatus, pageable, caller);
        var priced = pricing.price(page.getContent());
        return PageResponse.of(
                new PageImpl<>(priced, page.getPageable(), page.getTotalElements()), Function.identity());
    }

    /** Shows a cart. {@code priced} tells whether the prices are the catalogue's current ones. */
    @GetMapping("/{cartId}")
    ResponseEntity<CartResponse> get(@PathVariable long cartId, @AuthenticationPrincipal Caller caller) {
        return tags.ok(pricing.price(carts.find(cartId, caller)));
    }

    /** Abandons an open cart. It can no longer be changed or ordered. */
    @DeleteMapping("/{cartId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(
            @PathVariable long cartId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        carts.abandon(cartId, pricing.check(carts.find(cartId, caller), ifMatch), caller);
    }
}
