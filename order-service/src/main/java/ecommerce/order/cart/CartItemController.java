package ecommerce.order.cart;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.order.cart.CartRequests.AddItem;
import ecommerce.order.cart.CartRequests.SetQuantity;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Adds, changes and removes the lines of a cart. Reads the products from product-service once, before it opens the
 * transaction that changes the cart.
 */
@RestController
@SignedIn
@RequestMapping("/api/carts/{cartId}/items")
@Tag(name = "carts")
class CartItemController {

    private final CartService carts;
    private final CartPricing pricing;
    private final RepresentationTags tags;

    CartItemController(CartService carts, CartPricing pricing, RepresentationTags tags) {
        this.carts = carts;
        this.pricing = pricing;
        this.tags = tags;
    }

    /** Adds pieces of a product to a cart. If the cart has the product already, the pieces are added to its line. */
    @PostMapping
    ResponseEntity<CartResponse> add(
            @PathVariable long cartId,
            @Valid @RequestBody AddItem request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var before = carts.find(cartId, caller);
        var version = pricing.check(before, ifMatch);
        var products = pricing.find(before, request.productId());
        var product = products.require(request.productId());
        return tags.ok(products.price(carts.add(cartId, product, request.orderedQuantity(), version, caller)));
    }

    /** Sets the number of pieces of a product in a cart. A product that the cart doesn't have is added. */
    @PutMapping("/{productId}")
    ResponseEntity<CartResponse> put(
            @PathVariable long cartId,
            @PathVariable long productId,
            @Valid @RequestBody SetQuantity request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var before = carts.find(cartId, caller);
        var version = pricing.check(before, ifMatch);
        var products = pricing.find(before, productId);
        var product = products.require(productId);
        return tags.ok(products.price(carts.put(cartId, product, request.orderedQuantity(), version, caller)));
    }

    /** Removes a product from a cart. Responds with the cart as it is afterwards. */
    @DeleteMapping("/{productId}")
    ResponseEntity<CartResponse> remove(
            @PathVariable long cartId,
            @PathVariable long productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var version = pricing.check(carts.find(cartId, caller), ifMatch);
        return tags.ok(pricing.price(carts.remove(cartId, productId, version, caller)));
    }
}
