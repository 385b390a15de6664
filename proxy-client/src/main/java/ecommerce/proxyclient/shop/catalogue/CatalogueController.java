package ecommerce.proxyclient.shop.catalogue;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.listing.Listing.PageInfo;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.page.Slugs;
import ecommerce.proxyclient.productclient.ProductClient;
import ecommerce.proxyclient.productclient.ProductClient.Category;
import ecommerce.proxyclient.productclient.ProductClient.Product;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.HttpClientErrorException;

/** Shows the home page, categories and searches. */
@Controller
class CatalogueController {

    static final String SEARCH = "/app/search";

    private static final String NEW_PRODUCTS = "8";
    private static final Listing<Product> NONE = new Listing<>(List.of(), new PageInfo(0, 0, 0, 0, null));

    private final ProductClient products;
    private final Categories categories;

    CatalogueController(ProductClient products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    /** Leads visitors who know only the name of the host to the shop. */
    @GetMapping("/")
    String root() {
        return "redirect:/app/";
    }

    @GetMapping("/app/")
    String home(Model model) {
        var newest = Map.of("sort", List.of("createdAt,desc"), "size", List.of(NEW_PRODUCTS));
        model.addAttribute("categories", categories.tree().below(null));
        model.addAttribute(
                "newest",
                products.products(CollectionUtils.toMultiValueMap(newest)).collection());
        return "shop/catalogue/home";
    }

    /** Shows a category. Another address with the same id leads to the category's own address, with its filters. */
    @GetMapping("/app/c/{slug}")
    String category(@PathVariable String slug, ListingQuery query, HttpServletResponse response, Model model) {
        var category = find(Slugs.id(slug).orElse(0), slug);
        var path = Slugs.category(category.categoryId(), category.categoryTitle());
        if (!path.equals("/app/c/" + slug)) {
            return "redirect:" + query.on(path);
        }
        return list(path, query, category, response, model);
    }

    @GetMapping(SEARCH)
    String search(ListingQuery query, HttpServletResponse response, Model model) {
        var categoryId = query.categoryId();
        var category =
                StringUtils.hasText(categoryId) ? find(Slugs.id(categoryId).orElse(0), categoryId) : null;
        return list(SEARCH, query, category, response, model);
    }

    private Category find(long categoryId, String slug) {
        return categories.tree().find(categoryId).orElseThrow(() -> Problem.notFound("category", slug));
    }

    private String list(
            String path, ListingQuery query, @Nullable Category category, HttpServletResponse response, Model model) {
        var tree = categories.tree();
        var categoryId = category == null ? null : Long.valueOf(category.categoryId());
        var found = NONE;
        var errors = FormErrors.NONE;
        try {
            found = products.products(query.request(categoryId));
        } catch (HttpClientErrorException.BadRequest e) {
            errors = FormErrors.of(Refusal.of(e));
            response.setStatus(400);
        }
        model.addAttribute(
                "listing",
                new ListingPage(
                        path,
                        query,
                        category,
                        categoryId == null ? List.of() : tree.path(categoryId),
                        tree.below(category),
                        found,
                        errors));
        return "shop/catalogue/listing";
    }
}
