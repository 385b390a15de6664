package ecommerce.proxyclient.desk.products;

import ecommerce.proxyclient.listing.PageLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * What the list of products shows. product-service checks the values.
 *
 * @param q words of title, SKU or category
 * @param hidden {@code true} for the hidden products; otherwise those that customers see
 * @param inStock {@code true} or {@code false}; absent for all
 * @param sort a sort field of product-service; absent for the best matches
 */
public record ProductDeskQuery(
        @Nullable String q,
        @Nullable String categoryId,
        @Nullable String hidden,
        @Nullable String inStock,
        @Nullable String sort,
        @Nullable String page) {

    static final String PATH = "/app/desk/products";

    /** The orders that the list offers. An empty one is that of the best matches. */
    public static final List<String> SORTS = List.of(
            "",
            "productTitle",
            "sku",
            "priceUnit",
            "priceUnit,desc",
            "quantity",
            "quantity,desc",
            "createdAt,desc",
            "createdAt");

    public ProductDeskQuery {
        q = text(q);
        categoryId = text(categoryId);
        hidden = text(hidden);
        inStock = text(inStock);
        sort = text(sort);
        page = text(page);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Returns the request for product-service. */
    MultiValueMap<String, String> request() {
        var request = new LinkedMultiValueMap<String, String>();
        parameters().forEach(request::set);
        request.set("page", page);
        request.values().removeIf(values -> !StringUtils.hasText(values.getFirst()));
        return request;
    }

    /** Returns the address of another page of the same list. */
    public String at(int number) {
        return PageLink.of(PATH, parameters(), number);
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", text(q));
        parameters.put("categoryId", text(categoryId));
        parameters.put("hidden", text(hidden));
        parameters.put("inStock", text(inStock));
        parameters.put("sort", text(sort));
        return parameters;
    }
}
