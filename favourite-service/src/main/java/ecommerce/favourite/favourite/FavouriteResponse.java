package ecommerce.favourite.favourite;

import ecommerce.favourite.productclient.ProductClient.Product;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A favourite in an API response.
 *
 * @param product the product; absent if it is no longer for sale, or while product-service is unavailable
 */
record FavouriteResponse(
        long userId,
        long productId,
        Instant likeDate,
        @Nullable Product product) {

    static FavouriteResponse of(Favourite favourite, Map<Long, Product> products) {
        return new FavouriteResponse(
                favourite.userId(), favourite.productId(), favourite.likeDate(), products.get(favourite.productId()));
    }
}
