package ecommerce.proxyclient.shop.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.productclient.ProductClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the categories, which nearly every page of the catalogue needs, at most once in a few seconds. Pages get the
 * categories of before while they are read again, also if that fails.
 */
@Component
class Categories {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String ALL = "all";

    private final LoadingCache<String, CategoryTree> trees;

    @Autowired
    Categories(ProductClient products) {
        this(products, Ticker.systemTicker());
    }

    Categories(ProductClient products, Ticker ticker) {
        trees = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Thread::startVirtualThread)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(KEPT)
                .build(all -> new CategoryTree(Listing.all(page -> products.categories(Listing.LARGEST, page))));
    }

    CategoryTree tree() {
        return trees.get(ALL);
    }
}
