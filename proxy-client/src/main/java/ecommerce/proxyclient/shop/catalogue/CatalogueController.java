package ecommerce.proxyclient.shop.catalogue;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.page.Slugs;
import ecommerce.proxyclient.productclient.ProductClient;
import ecommerce.proxyclient.productclient.ProductClient.Category;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the home page, categories and searches. */
@Controller
class CatalogueController {

    static final String SEARCH = "/app/search";

    private static final String NEW_PRODUCTS = "8";

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

    /** Shows a category. Another address with the same id leads to the category's own address. */
    @GetMapping("/app/c/{slug}")
    String category(@PathVariable String slug, ListingQuery query, Model model) {
        var category = find(Slugs.id(slug).orElse(0), slug);
        var path = Slugs.category(category.categoryId(), category.categoryTitle());
        if (!path.equals("/app/c/" + slug)) {
            return "redirect:" + path;
        }
        return list(path, query, category, model);
    }

    @GetMapping(SEARCH)
    String search(ListingQuery query, Model model) {
        var categoryId = query.categoryId();
        var category =
                StringUtils.hasText(categoryId) ? find(Slugs.id(categoryId).orElse(0), categoryId) : null;
        return list(SEARCH, query, category, model);
    }

    private Category find(long categoryId, String slug) {
        return categories.tree().find(categoryId).orElseThrow(() -> Problem.notFound("category", slug));
    }

    private String list(String path, ListingQuery query, @Nullable Category category, Model model) {
        var tree = categories.tree();
        var categoryId = category == null ? null : Long.valueOf(category.categoryId());
        var found = products.products(query.request(categoryId));
        model.addAttribute(
                "listing",
                new ListingPage(
                        path,
                        query,
                        category,
                        categoryId == null ? List.of() : tree.path(categoryId),
                        tree.below(category),
                        found));
        return "shop/catalogue/listing";
    }
}
