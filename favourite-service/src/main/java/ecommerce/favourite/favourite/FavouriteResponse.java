package ecommerce.favourite.favourite;

import ecommerce.favourite.productclient.ProductClient.Product;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A favourite as the API shows it.
 *
 * @param product absent for what isn't for sale any more, or while the catalogue doesn't answer
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
