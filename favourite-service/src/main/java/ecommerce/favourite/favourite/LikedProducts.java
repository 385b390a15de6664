package ecommerce.favourite.favourite;

import ecommerce.defaults.problem.Problem;
import ecommerce.favourite.productclient.ProductClient;
import ecommerce.favourite.productclient.ProductClient.Product;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Reads the products of favourites from product-service. */
@Component
class LikedProducts {

    private static final Logger log = LoggerFactory.getLogger(LikedProducts.class);

    private final ProductClient products;

    LikedProducts(ProductClient products) {
        this.products = products;
    }

    /** Fails with 404 if the product isn't for sale. */
    void requireForSale(long productId) {
        if (products.find(Long.toString(productId)).collection().isEmpty()) {
            throw Problem.notFound("product", productId);
        }
    }

    FavouriteResponse describe(Favourite favourite) {
        return FavouriteResponse.of(favourite, find(List.of(favourite.productId())));
    }

    /**
     * Returns the products by id, read in one call. Returns none while product-service is unavailable, so that
     * favourites can still be listed.
     */
    Map<Long, Product> find(Collection<Long> productIds) {
        if (productIds.isEmpty()) {
            return Map.of();
        }
        try {
            return products.find(joined(productIds)).collection().stream()
                    .collect(Collectors.toMap(Product::productId, Function.identity()));
        } catch (RestClientException | OAuth2AuthorizationException e) {
            log.warn("Returning favourites without products: {}", e.toString());
            return Map.of();
        }
    }

    /**
     * Joins the ids with commas. They are sent as one parameter, because the metrics of client calls use the query's
     * parameter names as labels.
     */
    private static String joined(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
