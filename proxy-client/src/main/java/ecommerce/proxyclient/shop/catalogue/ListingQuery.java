package ecommerce.proxyclient.shop.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

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
        var request = parameters();
        if (category != null) {
            request.set("categoryId", category.toString());
        }
        request.set("size", PRODUCTS);
        return request;
    }

    /** Returns the address of another page of the same list. */
    public String at(String path, int number) {
        var parameters = parameters();
        parameters.remove("page");
        if (number > 0) {
            parameters.set("page", Integer.toString(number));
        }
        return address(path, parameters);
    }

    /** Returns the address of the first page of the list in another category, or in all of them. */
    public String in(String path, @Nullable Long category) {
        var parameters = parameters();
        parameters.remove("page");
        parameters.remove("categoryId");
        if (category != null) {
            parameters.set("categoryId", category.toString());
        }
        return address(path, parameters);
    }

    private static String address(String path, MultiValueMap<String, String> parameters) {
        var values = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, value) -> values.add(name, "{" + name + "}"));
        return UriComponentsBuilder.fromPath(path)
                .queryParams(values)
                .encode()
                .buildAndExpand(parameters.toSingleValueMap())
                .toUriString();
    }

    private MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        put(parameters, "q", q);
        put(parameters, "categoryId", categoryId);
        put(parameters, "minPrice", minPrice);
        put(parameters, "maxPrice", maxPrice);
        put(parameters, "inStock", inStock);
        put(parameters, "sort", sort);
        put(parameters, "page", page);
        return parameters;
    }

    private static void put(MultiValueMap<String, String> parameters, String name, @Nullable String value) {
        if (StringUtils.hasText(value)) {
            parameters.set(name, value.strip());
        }
    }
}
