package ecommerce.favourite.favourite;

import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.RepresentationTags;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
@RequestMapping("/api/favourites")
@Tag(name = "favourites")
class FavouriteController {

    private final FavouriteService favourites;
    private final LikedProducts products;
    private final RepresentationTags tags;

    FavouriteController(FavouriteService favourites, LikedProducts products, RepresentationTags tags) {
        this.favourites = favourites;
        this.products = products;
        this.tags = tags;
    }

    /**
     * A request to like a product.
     *
     * @param userId the id that clients of this family of systems send; must be that of the caller
     */
    record LikeRequest(@NotNull Long productId, @Nullable Long userId) {}

    /**
     * Adds a product to the caller's favourites. Responds with 201 if it is new, and with 200 if it was a favourite
     * already.
     */
    @PostMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @AlsoAnswers(HttpStatus.NOT_FOUND)
    ResponseEntity<FavouriteResponse> like(
            @Valid @RequestBody LikeRequest request, @AuthenticationPrincipal Caller caller) {
        if (request.userId() != null && request.userId() != caller.userId()) {
            throw Problem.forbidden(
                    "The userId %d isn't yours. You can only add your own favourites.".formatted(request.userId()));
        }
        return like(request.productId(), caller);
    }

    /** Adds a product to the caller's favourites, for clients that send {@code PUT}. Responds like {@code POST}. */
    @PutMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @AlsoAnswers(HttpStatus.NOT_FOUND)
    ResponseEntity<FavouriteResponse> replace(
            @Valid @RequestBody LikeRequest request, @AuthenticationPrincipal Caller caller) {
        return like(request, caller);
    }

    /**
     * Adds the product in the path to the caller's favourites. Responds with 201 if it is new, and with 200 if it was
     * a favourite already.
     */
    @PutMapping("/{productId}")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<FavouriteResponse> put(@PathVariable long productId, @AuthenticationPrincipal Caller caller) {
        return like(productId, caller);
    }

    /**
     * Lists favourites with the titles and prices of their products. A customer sees the own favourites, staff see
     * those of all customers.
     */
    @GetMapping
    PageResponse<FavouriteResponse> list(
            @RequestParam(required = false) @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable String userId,
            @RequestParam(required = false) @Nullable Long productId,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        var page = favourites.search(caller.resolveUserId(userId), productId, pageable, caller);
        var liked =
                products.find(page.stream().map(Favourite::productId).distinct().toList());
        return PageResponse.of(page, favourite -> FavouriteResponse.of(favourite, liked));
    }

    /** Shows a favourite of the caller with the title and the price of its product. */
    @GetMapping("/{productId}")
    ResponseEntity<FavouriteResponse> get(@PathVariable long productId, @AuthenticationPrincipal Caller caller) {
        return tags.ok(products.describe(favourites.find(caller.userId(), productId, null, caller)));
    }

    /** Removes a product from the caller's favourites. Other users' favourites stay as they are. */
    @DeleteMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlike(@PathVariable long productId, @AuthenticationPrincipal Caller caller) {
        favourites.unlike(caller.userId(), productId, null, caller);
    }

    /** Adds a favourite. Returns 201 if it is new, 200 if it exists already. */
    private ResponseEntity<FavouriteResponse> like(long productId, Caller caller) {
        products.requireForSale(productId);
        var liked = favourites.like(productId, caller);
        return ResponseEntity.status(liked.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/favourites/" + productId))
                .body(products.describe(liked.favourite()));
    }
}
