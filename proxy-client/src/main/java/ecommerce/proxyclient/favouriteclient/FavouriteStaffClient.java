package ecommerce.proxyclient.favouriteclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads and removes what any user likes, for staff. */
@HttpExchange("/api")
public interface FavouriteStaffClient {

    /** @param product absent if it is no longer for sale, or while product-service is unavailable */
    record LikedProduct(
            long productId, Instant likeDate, @Nullable Product product) {}

    record Product(String productTitle, BigDecimal priceUnit) {}

    @GetExchange("/favourites?sort=likeDate,desc")
    Listing<LikedProduct> favourites(@RequestParam long userId, @RequestParam int page);

    @DeleteExchange("/favourites/{userId}/{productId}")
    void remove(@PathVariable long userId, @PathVariable long productId);
}
