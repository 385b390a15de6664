package ecommerce.proxyclient.desk.products;

import ecommerce.proxyclient.desk.categories.CategoryOutlineReader;
import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.desk.change.VersionedEdit;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.ProductStaffClient;
import ecommerce.proxyclient.productclient.StockClient;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.shop.catalogue.DescriptionRenderer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists, shows and deletes products. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ProductDeskController {

    private final ProductStaffClient products;
    private final StockClient stock;
    private final CategoryOutlineReader categories;
    private final DescriptionRenderer descriptions;
    private final ServiceChanges changes;

    ProductDeskController(
            ProductStaffClient products,
            StockClient stock,
            CategoryOutlineReader categories,
            DescriptionRenderer descriptions,
            ServiceChanges changes) {
        this.products = products;
        this.stock = stock;
        this.categories = categories;
        this.descriptions = descriptions;
        this.changes = changes;
    }

    @GetMapping(ProductDeskQuery.PATH)
    String list(ProductDeskQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("categories", categories.filter());
        model.addAttribute("products", products.products(query.request()));
        return "desk/products/products";
    }

    @GetMapping("/app/desk/products/{productId}")
    String product(@PathVariable long productId, Model model) {
        var product = Objects.requireNonNull(products.product(productId).getBody());
        model.addAttribute("product", product);
        model.addAttribute("description", descriptions.render(product.description()));
        model.addAttribute("stock", stock.level(productId));
        return "desk/products/product";
    }

    @GetMapping("/app/desk/products/{productId}/delete")
    String confirmDelete(@PathVariable long productId, Model model) {
        return confirm(productId, FormErrors.NONE, model);
    }

    /** Deletes a product as it was when the deletion was confirmed. If it has changed since, staff confirm again. */
    @PostMapping("/app/desk/products/{productId}/delete")
    String delete(
            @PathVariable long productId,
            @RequestParam String title,
            @RequestParam String etag,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.delete(() -> products.delete(productId, etag), response);
        if (!errors.isEmpty()) {
            return confirm(productId, errors, model);
        }
        session.tell("desk.products.deleted", title);
        return "redirect:" + ProductDeskQuery.PATH;
    }

    private String confirm(long productId, FormErrors errors, Model model) {
        var response = products.product(productId);
        model.addAttribute("product", response.getBody());
        model.addAttribute("etag", VersionedEdit.etag(response));
        model.addAttribute("stock", stock.level(productId));
        model.addAttribute("errors", errors);
        return "desk/products/delete";
    }
}
