package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.order.cart.CartRequests.AddItem;
import ecommerce.order.cart.CartRequests.SetQuantity;
import ecommerce.order.productclient.Catalogue;
import ecommerce.order.productclient.ProductClient.Product;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
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
 * Adds, changes and removes the lines of a cart. Reads the product from product-service before it opens the transaction
 * that changes the cart.
 */
@RestController
@SignedIn
@RequestMapping("/api/carts/{cartId}/items")
@Tag(name = "carts")
class CartItemController {

    private final CartService carts;
    private final CartPricing pricing;
    private final RepresentationTags tags;
    private final Catalogue catalogue;

    CartItemController(CartService carts, CartPricing pricing, RepresentationTags tags, Catalogue catalogue) {
        this.carts = carts;
        this.pricing = pricing;
        this.tags = tags;
        this.catalogue = catalogue;
    }

    @PostMapping
    ResponseEntity<CartResponse> add(
            @PathVariable long cartId,
            @Valid @RequestBody AddItem request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var version = pricing.check(carts.find(cartId, caller), ifMatch);
        var product = find(request.productId());
        return answer(carts.add(cartId, product, request.orderedQuantity(), version, caller));
    }

    @PutMapping("/{productId}")
    ResponseEntity<CartResponse> put(
            @PathVariable long cartId,
            @PathVariable long productId,
            @Valid @RequestBody SetQuantity request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var version = pricing.check(carts.find(cartId, caller), ifMatch);
        var product = find(productId);
        return answer(carts.put(cartId, product, request.orderedQuantity(), version, caller));
    }

    @DeleteMapping("/{productId}")
    ResponseEntity<CartResponse> remove(
            @PathVariable long cartId,
            @PathVariable long productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var version = pricing.check(carts.find(cartId, caller), ifMatch);
        return answer(carts.remove(cartId, productId, version, caller));
    }

    private Product find(long productId) {
        var product = catalogue.find(List.of(productId)).get(productId);
        if (product == null) {
            throw Problem.notFound("product", productId);
        }
        return product;
    }

    private ResponseEntity<CartResponse> answer(Cart cart) {
        return tags.ok(pricing.price(cart));
    }
}
