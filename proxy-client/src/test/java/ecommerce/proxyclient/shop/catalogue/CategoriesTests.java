package ecommerce.proxyclient.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.listing.Listing.PageInfo;
import ecommerce.proxyclient.productclient.ProductClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;

class CategoriesTests {

    private static final long SIX_SECONDS = Duration.ofSeconds(6).toNanos();

    private final AtomicLong time = new AtomicLong();
    private final Catalogue catalogue = new Catalogue();
    private final Categories categories = new Categories(catalogue, time::get);

    @Test
    void servesTheCategoriesOfBeforeWhileProductServiceIsUnavailable() {
        assertThat(categories.tree().find(1)).isPresent();
        catalogue.isDown = true;
        time.addAndGet(SIX_SECONDS);

        assertThat(categories.tree().find(1)).isPresent();
        await().untilAsserted(() -> assertThat(catalogue.requests).hasValue(2));
        assertThat(categories.tree().find(1)).isPresent();
    }

    @Test
    void readsTheCategoriesAgainAfterAWhile() {
        assertThat(categories.tree().find(2)).isEmpty();
        catalogue.isGrown = true;
        assertThat(categories.tree().find(2)).isEmpty();
        time.addAndGet(SIX_SECONDS);

        await().untilAsserted(() -> assertThat(categories.tree().find(2)).isPresent());
    }

    private static final class Catalogue implements ProductClient {

        private final AtomicInteger requests = new AtomicInteger();
        private volatile boolean isDown;
        private volatile boolean isGrown;

        @Override
        public Listing<Category> categories(int size, int page) {
            requests.incrementAndGet();
            if (isDown) {
                throw new ResourceAccessException("down");
            }
            var outdoor = new Category(1, "Outdoor", null, null);
            var all = isGrown ? List.of(outdoor, new Category(2, "Cooking", null, null)) : List.of(outdoor);
            return new Listing<>(all, new PageInfo(0, size, all.size(), 1, null));
        }

        @Override
        public Listing<Product> products(MultiValueMap<String, String> query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Product product(long productId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ShortList<Product> relatedProducts(long productId, int size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ShortList<Suggestion> suggestions(String q, int size) {
            throw new UnsupportedOperationException();
        }
    }
}
