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

/** The products behind favourites. */
@Component
class LikedProducts {

    private static final Logger log = LoggerFactory.getLogger(LikedProducts.class);

    private final ProductClient products;

    LikedProducts(ProductClient products) {
        this.products = products;
    }

    /** 404 for a product that isn't for sale. */
    void requireForSale(long productId) {
        if (products.find(Long.toString(productId)).collection().isEmpty()) {
            throw Problem.notFound("product", productId);
        }
    }

    FavouriteResponse describe(Favourite favourite) {
        return FavouriteResponse.of(favourite, find(List.of(favourite.productId())));
    }

    /** By id, in one call; none of them when product-service doesn't answer: a list without pictures is one still. */
    Map<Long, Product> find(Collection<Long> productIds) {
        if (productIds.isEmpty()) {
            return Map.of();
        }
        try {
            return products.find(joined(productIds)).collection().stream()
                    .collect(Collectors.toMap(Product::productId, Function.identity()));
        } catch (RestClientException | OAuth2AuthorizationException e) {
            log.warn("Favourites are shown without their products: {}", e.toString());
            return Map.of();
        }
    }

    /** One parameter, however many ids: the metrics of calls have the names of the parameters in their labels. */
    private static String joined(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
