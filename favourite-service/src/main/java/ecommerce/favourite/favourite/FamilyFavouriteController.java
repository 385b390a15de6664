package ecommerce.favourite.favourite;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.RepresentationTags;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds and removes a favourite by its user and product, with the paths that clients of this family of systems use. A
 * {@code likeDate} in the path must be that of the favourite, in ISO 8601 or in the form of the family.
 */
@RestController
@SignedIn
@RequestMapping({"/api/favourites/{userId}/{productId}", "/api/favourites/{userId}/{productId}/{likeDate}"})
@Tag(name = "favourites")
class FamilyFavouriteController {

    /** The form of the family, in UTC: {@code 31-12-2026__23:59:59:000000}. */
    private static final DateTimeFormatter FAMILY_FORM = DateTimeFormatter.ofPattern("dd-MM-uuuu__HH:mm:ss:SSSSSS");

    private final FavouriteService favourites;
    private final LikedProducts products;
    private final RepresentationTags tags;

    FamilyFavouriteController(FavouriteService favourites, LikedProducts products, RepresentationTags tags) {
        this.favourites = favourites;
        this.products = products;
        this.tags = tags;
    }

    /**
     * Shows a favourite by its user and its product. A {@code likeDate} in the path must be that of the favourite,
     * such as 2026-12-31T23:59:59Z or 31-12-2026__23:59:59:000000.
     */
    @GetMapping
    ResponseEntity<FavouriteResponse> get(
            @PathVariable long userId,
            @PathVariable long productId,
            @PathVariable(required = false) @Nullable String likeDate,
            @AuthenticationPrincipal Caller caller) {
        return tags.ok(products.describe(favourites.find(userId, productId, instant(likeDate), caller)));
    }

    /**
     * Removes a favourite by its user and its product. A {@code likeDate} in the path must be that of the favourite.
     */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlike(
            @PathVariable long userId,
            @PathVariable long productId,
            @PathVariable(required = false) @Nullable String likeDate,
            @AuthenticationPrincipal Caller caller) {
        favourites.unlike(userId, productId, instant(likeDate), caller);
    }

    private static @Nullable Instant instant(@Nullable String likeDate) {
        if (likeDate == null) {
            return null;
        }
        try {
            return likeDate.contains("__")
                    ? LocalDateTime.parse(likeDate, FAMILY_FORM).toInstant(ZoneOffset.UTC)
                    : Instant.parse(likeDate);
        } catch (DateTimeException e) {
            throw Problem.invalid("likeDate", "must look like 2026-12-31T23:59:59Z or 31-12-2026__23:59:59:000000");
        }
    }
}
