package ecommerce.order.cart.guest;

import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartPricing;
import ecommerce.order.cart.CartRequests.AddItem;
import ecommerce.order.cart.CartRequests.SetQuantity;
import ecommerce.order.cart.CartResponse;
import ecommerce.order.productclient.Catalogue;
import ecommerce.order.productclient.ProductClient.Product;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Manages carts of guests, who have no account. Each cart has an id that can't be guessed. A customer merges the cart
 * after signing in.
 */
@RestController
@RequestMapping("/api/carts/guests")
@Tag(name = "carts")
class GuestCartController {

    private static final int SHORTEST_KEY = 32;

    private final GuestCartService carts;
    private final CartPricing pricing;
    private final RepresentationTags tags;
    private final Catalogue catalogue;

    GuestCartController(GuestCartService carts, CartPricing pricing, RepresentationTags tags, Catalogue catalogue) {
        this.carts = carts;
        this.pricing = pricing;
        this.tags = tags;
        this.catalogue = catalogue;
    }

    /**
     * Opens a cart for a guest. Its id can't be guessed, and whoever knows it can change the cart. With an {@code Idempotency-Key},
     * a repeated request gets the same cart. Whoever knows the key gets the cart, too, so it must be random.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CartResponse> open(
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @ValidIdempotencyKey
                    @Size(min = SHORTEST_KEY, message = "must have at least 32 random characters")
                    @Nullable
                    String key) {
        var cart = key == null ? carts.open() : carts.open(key);
        return tags.created(URI.create("/api/carts/guests/" + cart.guestCartId()), pricing.price(cart));
    }

    /**
     * Shows a guest's cart. No token is needed. {@code priced} tells whether the prices are the catalogue's current
     * ones.
     */
    @GetMapping("/{guestCartId}")
    ResponseEntity<CartResponse> get(@PathVariable UUID guestCartId) {
        return answer(carts.find(guestCartId));
    }

    /**
     * Adds pieces of a product to a guest's cart. If the cart has the product already, the pieces are added to its
     * line.
     */
    @PostMapping("/{guestCartId}/items")
    ResponseEntity<CartResponse> add(
            @PathVariable UUID guestCartId,
            @Valid @RequestBody AddItem request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = pricing.check(carts.find(guestCartId), ifMatch);
        var product = find(request.productId());
        return answer(carts.add(guestCartId, product, request.orderedQuantity(), version));
    }

    /** Sets the number of pieces of a product in a guest's cart. A product that the cart doesn't have is added. */
    @PutMapping("/{guestCartId}/items/{productId}")
    ResponseEntity<CartResponse> put(
            @PathVariable UUID guestCartId,
            @PathVariable long productId,
            @Valid @RequestBody SetQuantity request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = pricing.check(carts.find(guestCartId), ifMatch);
        var product = find(productId);
        return answer(carts.put(guestCartId, product, request.orderedQuantity(), version));
    }

    /** Removes a product from a guest's cart. Responds with the cart as it is afterwards. */
    @DeleteMapping("/{guestCartId}/items/{productId}")
    ResponseEntity<CartResponse> remove(
            @PathVariable UUID guestCartId,
            @PathVariable long productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = pricing.check(carts.find(guestCartId), ifMatch);
        return answer(carts.remove(guestCartId, productId, version));
    }

    /** Abandons a guest's cart. It can no longer be changed or merged. */
    @DeleteMapping("/{guestCartId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(
            @PathVariable UUID guestCartId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        carts.change(guestCartId, pricing.check(carts.find(guestCartId), ifMatch), Cart::abandon);
    }

    /**
     * Merges a guest's cart into the caller's own cart, as far as stock and limits allow. Call it after signing in. The
     * response contains the caller's cart and the pieces that were left out. The {@code ETag} is the cart's.
     */
    @PostMapping("/{guestCartId}/merge")
    @SignedIn
    ResponseEntity<MergedCart> merge(@PathVariable UUID guestCartId, @AuthenticationPrincipal Caller caller) {
        var guest = carts.findForMerge(guestCartId);
        var merged =
                carts.merge(guest, caller.userId(), catalogue.find(guest.lines().keySet()));
        var own = pricing.price(merged.cart());
        return ResponseEntity.ok().eTag(tags.of(own)).body(new MergedCart(own, merged.leftOut()));
    }

    private ResponseEntity<CartResponse> answer(Cart cart) {
        return tags.ok(pricing.price(cart));
    }

    private Product find(long productId) {
        var product = catalogue.find(List.of(productId)).get(productId);
        if (product == null) {
            throw Problem.notFound("product", productId);
        }
        return product;
    }
}
