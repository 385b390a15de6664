package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.productclient.ProductClient;
import ecommerce.proxyclient.productclient.ProductClient.Suggestion;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Suggests products under the search field while a visitor types. The answer is a part of a page, which htmx shows. If it fails
 * or takes too long, the page stays as it is.
 */
@Controller
class SuggestionController {

    private static final int SHORTEST = 2;
    private static final int MOST = 6;

    private final ProductClient products;

    SuggestionController(ProductClient products) {
        this.products = products;
    }

    @GetMapping("/app/search/suggestions")
    String suggest(@RequestParam(defaultValue = "") String q, Model model) {
        var text = q.strip();
        List<Suggestion> found = text.length() < SHORTEST
                ? List.of()
                : products.suggestions(text, MOST).collection();
        model.addAttribute("suggestions", found);
        return "shop/catalogue/suggestions";
    }
}
