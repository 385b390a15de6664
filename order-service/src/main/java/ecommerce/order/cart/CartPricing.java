package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.order.productclient.Catalogue;
import ecommerce.order.productclient.ProductClient.Product;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Prices open carts at the current prices of the catalogue. A closed cart keeps its last stored prices. */
@Component
public class CartPricing {

    private static final Logger log = LoggerFactory.getLogger(CartPricing.class);

    private final Catalogue catalogue;
    private final RepresentationTags tags;

    CartPricing(Catalogue catalogue, RepresentationTags tags) {
        this.catalogue = catalogue;
        this.tags = tags;
    }

    public CartResponse price(Cart cart) {
        return CartResponse.of(cart, currentProducts(List.of(cart)));
    }

    /**
     * Checks a request's condition against the cart as it would be shown now. Throws 412 if the condition isn't met.
     *
     * @return the version that the cart must still have when it is changed; null if there is no condition
     */
    public @Nullable Long check(Cart cart, @Nullable String ifMatch) {
        if (!ETag.isConditional(ifMatch)) {
            return null;
        }
        tags.check(ifMatch, price(cart));
        return cart.version();
    }

    /** Finds the products of a cart, and one that is to be added or changed. Throws if product-service is unavailable. */
    Products find(Cart cart, long productId) {
        var ids = new HashSet<>(cart.lines().keySet());
        ids.add(productId);
        return new Products(ids, catalogue.find(ids));
    }

    /**
     * Products that were read before a cart is changed.
     *
     * @param ids the ids that were requested
     * @param found the products that are for sale, by id
     */
    final class Products {

        private final Set<Long> ids;
        private final Map<Long, Product> found;

        private Products(Set<Long> ids, Map<Long, Product> found) {
            this.ids = ids;
            this.found = found;
        }

        /** Throws 404 if the product isn't for sale. */
        Product require(long productId) {
            var product = found.get(productId);
            if (product == null) {
                throw Problem.notFound("product", productId);
            }
            return product;
        }

        /** Prices the changed cart. Reads the products again if another request has added a line meanwhile. */
        CartResponse price(Cart changed) {
            return ids.containsAll(changed.lines().keySet())
                    ? CartResponse.of(changed, found)
                    : CartPricing.this.price(changed);
        }
    }

    /** Prices all carts of a page with as few calls as possible. */
    List<CartResponse> price(Collection<Cart> carts) {
        var products = currentProducts(carts);
        return carts.stream().map(cart -> CartResponse.of(cart, products)).toList();
    }

    /**
     * Returns the current products, or null if product-service is unavailable. The carts are then shown at their last
     * known prices.
     */
    private @Nullable Map<Long, Product> currentProducts(Collection<Cart> carts) {
        var ids = carts.stream()
                .filter(cart -> cart.status() == CartStatus.OPEN)
                .flatMap(cart -> cart.lines().keySet().stream())
                .toList();
        try {
            return catalogue.find(ids);
        } catch (RestClientException | OAuth2AuthorizationException e) {
            log.warn("Carts are shown at their last known prices: {}", e.toString());
            return null;
        }
    }
}
