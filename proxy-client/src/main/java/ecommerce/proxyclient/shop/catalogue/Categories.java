package ecommerce.proxyclient.shop.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.productclient.ProductClient;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Reads the categories, which nearly every page of the catalogue needs, at most once in a few seconds. */
@Component
class Categories {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final LoadingCache<String, CategoryTree> trees;

    Categories(ProductClient products) {
        trees = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .build(all -> new CategoryTree(Listing.all(page -> products.categories(Listing.LARGEST, page))));
    }

    CategoryTree tree() {
        return trees.get(ALL);
    }
}
