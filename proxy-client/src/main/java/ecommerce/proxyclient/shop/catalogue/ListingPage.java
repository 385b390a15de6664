package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.ProductClient.Category;
import ecommerce.proxyclient.productclient.ProductClient.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of products: of a category, of a search, or both.
 *
 * @param path the path of the page without its query
 * @param category the category whose products are listed; null for all
 * @param above the category and those above it, the topmost first
 * @param below the categories that narrow the list
 * @param products empty if product-service has refused the filter
 * @param errors why product-service has refused the filter
 */
public record ListingPage(
        String path,
        ListingQuery query,
        @Nullable Category category,
        List<Category> above,
        List<Category> below,
        Listing<Product> products,
        FormErrors errors) {

    /** Returns whether the list is a search, whose category is part of the query and not of the path. */
    public boolean isSearch() {
        return path.equals(CatalogueController.SEARCH);
    }
}
