package ecommerce.proxyclient.productclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads the public catalogue. */
@HttpExchange("/api")
public interface ProductClient {

    /** @param description Markdown, which may contain HTML; absent in lists, and if the product has none */
    record Product(
            long productId,
            String productTitle,
            @Nullable String imageUrl,
            String sku,
            BigDecimal priceUnit,
            int quantity,
            CategoryReference category,
            @Nullable String description) {}

    record CategoryReference(long categoryId, String categoryTitle) {}

    record Category(
            long categoryId,
            String categoryTitle,
            @Nullable String imageUrl,
            @Nullable CategoryReference parentCategory) {}

    record Suggestion(long productId, String productTitle) {}

    /** A list that has one page. */
    record ShortList<T>(List<T> collection) {}

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange("/products")
    Listing<Product> products(@RequestParam MultiValueMap<String, String> query);

    @GetExchange("/products/{productId}")
    Product product(@PathVariable long productId);

    /** Returns products in stock that are like this one, the nearest first. */
    @GetExchange("/products/{productId}/related-products")
    ShortList<Product> relatedProducts(@PathVariable long productId, @RequestParam int size);

    /** Returns products for a text that isn't typed to its end, the best matches first. */
    @GetExchange("/products/suggestions")
    ShortList<Suggestion> suggestions(@RequestParam String q, @RequestParam int size);

    @GetExchange("/categories?sort=categoryTitle")
    Listing<Category> categories(@RequestParam int size, @RequestParam int page);
}
