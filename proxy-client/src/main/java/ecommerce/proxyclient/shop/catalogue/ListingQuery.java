package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.listing.PageLink;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * What a list of products shows. The address of the page has all of it, so that a list can be reloaded, shared and
 * returned to. product-service checks the values.
 *
 * @param inStock {@code true}, or absent for all products
 * @param sort a sort field of product-service; absent for the best matches
 * @param page the number of the page, from 0
 */
public record ListingQuery(
        @Nullable String q,
        @Nullable String categoryId,
        @Nullable String minPrice,
        @Nullable String maxPrice,
        @Nullable String inStock,
        @Nullable String sort,
        @Nullable String page) {

    private static final String PRODUCTS = "24";

    /** Returns the value of a field for a form; empty if it is absent. */
    public static String value(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** Returns the request for product-service. */
    MultiValueMap<String, String> request(@Nullable Long category) {
        var request = new LinkedMultiValueMap<String, String>();
        fields().forEach((name, value) -> put(request, name, value));
        put(request, "page", page);
        if (category != null) {
            request.set("categoryId", category.toString());
        }
        request.set("size", PRODUCTS);
        return request;
    }

    /** Returns the address of another page of the same list. */
    public String at(String path, int number) {
        return PageLink.of(path, fields(), number);
    }

    /** Returns the address of the same list with another path. */
    String on(String path) {
        var parameters = fields();
        parameters.put("page", value(page));
        return PageLink.of(path, parameters, 0);
    }

    /**
     * Returns the query of the list's canonical address: each page of a list without filters is a page of its own for search
     * engines, and a list with filters is a part of the one without.
     */
    public String canonicalQuery() {
        var isFiltered = fields().values().stream().anyMatch(StringUtils::hasText);
        return isFiltered || value(page).strip().equals("0") ? "" : on("");
    }

    /** Returns the address of the first page of the list in another category, or in all of them. */
    public String in(String path, @Nullable Long category) {
        var fields = fields();
        fields.put("categoryId", category == null ? "" : category.toString());
        return PageLink.of(path, fields, 0);
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", value(q));
        fields.put("categoryId", value(categoryId));
        fields.put("minPrice", value(minPrice));
        fields.put("maxPrice", value(maxPrice));
        fields.put("inStock", value(inStock));
        fields.put("sort", value(sort));
        return fields;
    }

    private static void put(MultiValueMap<String, String> parameters, String name, @Nullable String value) {
        if (StringUtils.hasText(value)) {
            parameters.set(name, value.strip());
        }
    }
}
