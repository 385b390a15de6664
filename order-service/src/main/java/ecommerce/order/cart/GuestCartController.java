package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.order.cart.CartRequests.AddItem;
import ecommerce.order.cart.CartRequests.SetQuantity;
import ecommerce.order.productclient.Catalogue;
import ecommerce.order.productclient.ProductClient.Product;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Carts without an account, each under an id that can't be guessed; signing in, a customer merges it. */
@RestController
@RequestMapping("/api/carts/guests")
@Tag(name = "carts")
class GuestCartController {

    private final GuestCartService carts;
    private final CartPricing pricing;
    private final Catalogue catalogue;

    GuestCartController(GuestCartService carts, CartPricing pricing, Catalogue catalogue) {
        this.carts = carts;
        this.pricing = pricing;
        this.catalogue = catalogue;
    }

    @PostMapping
    ResponseEntity<CartResponse> open() {
        var cart = carts.open();
        return ResponseEntity.created(URI.create("/api/carts/guests/" + cart.guestCartId()))
                .body(pricing.price(cart));
    }

    @GetMapping("/{guestCartId}")
    CartResponse get(@PathVariable UUID guestCartId) {
        return pricing.price(carts.find(guestCartId));
    }

    @PostMapping("/{guestCartId}/items")
    CartResponse add(@PathVariable UUID guestCartId, @Valid @RequestBody AddItem request) {
        carts.find(guestCartId);
        var product = find(request.productId());
        return pricing.price(carts.change(guestCartId, cart -> cart.add(product, request.orderedQuantity())));
    }

    @PutMapping("/{guestCartId}/items/{productId}")
    CartResponse put(
            @PathVariable UUID guestCartId, @PathVariable long productId, @Valid @RequestBody SetQuantity request) {
        carts.find(guestCartId);
        var product = find(productId);
        return pricing.price(carts.change(guestCartId, cart -> cart.put(product, request.orderedQuantity())));
    }

    @DeleteMapping("/{guestCartId}/items/{productId}")
    CartResponse remove(@PathVariable UUID guestCartId, @PathVariable long productId) {
        return pricing.price(carts.change(guestCartId, cart -> cart.remove(productId)));
    }

    @DeleteMapping("/{guestCartId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(@PathVariable UUID guestCartId) {
        carts.change(guestCartId, Cart::abandon);
    }

    /** The caller's own cart with the guest's lines added, capped by stock; to be called after signing in. */
    @PostMapping("/{guestCartId}/merge")
    ResponseEntity<CartResponse> merge(@PathVariable UUID guestCartId, @AuthenticationPrincipal Caller caller) {
        var guest = carts.findForMerge(guestCartId);
        var merged = carts.merge(guest, caller.userId(), catalogue.find(guest.lines().keySet()));
        return ETag.ok(pricing.price(merged), merged.version());
    }

    private Product find(long productId) {
        var product = catalogue.find(List.of(productId)).get(productId);
        if (product == null) {
            throw Problem.notFound("product", productId);
        }
        return product;
    }
}
