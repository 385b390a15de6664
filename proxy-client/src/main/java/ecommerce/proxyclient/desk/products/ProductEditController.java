package ecommerce.proxyclient.desk.products;

import ecommerce.proxyclient.desk.categories.CategoryOutlineReader;
import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.desk.change.VersionedEdit;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.ProductStaffClient;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Creates and edits products. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ProductEditController {

    private final ProductStaffClient products;
    private final CategoryOutlineReader categories;
    private final ServiceChanges changes;

    ProductEditController(ProductStaffClient products, CategoryOutlineReader categories, ServiceChanges changes) {
        this.products = products;
        this.categories = categories;
        this.changes = changes;
    }

    /** @param categoryId the category that is chosen at first */
    @GetMapping("/app/desk/products/new")
    String openNew(@RequestParam(defaultValue = "") String categoryId, Model model) {
        return showNew(ProductForm.empty(categoryId), FormErrors.NONE, model);
    }

    /** Creates a product. The SKU is unique, so a form that is sent twice creates one product. */
    @PostMapping(ProductDeskQuery.PATH)
    String create(
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return showNew(form, FormErrors.of(result), model);
        }
        var attempt = changes.attempt(() -> products.create(form.newProduct()), response);
        if (attempt.answer().isEmpty()) {
            return showNew(form, attempt.errors(), model);
        }
        session.tell("desk.products.created");
        return redirect(attempt.answer().get().productId());
    }

    @GetMapping("/app/desk/products/{productId}/edit")
    String open(@PathVariable long productId, Model model) {
        var stored = read(productId);
        return showEdit(productId, ProductForm.of(stored.values()), VersionedEdit.open(stored), FormErrors.NONE, model);
    }

    /** Saves an edit. If somebody else has changed the same product, shows both versions first. */
    @PostMapping("/app/desk/products/{productId}")
    String save(
            @PathVariable long productId,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult result,
            @RequestParam Map<String, String> fields,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return showEdit(productId, form, VersionedEdit.of(fields, Map.of()), FormErrors.of(result), model);
        }
        var edit = VersionedEdit.of(fields, form.values());
        var saved = changes.save(
                edit, etag -> products.change(productId, form.patch(), etag), () -> read(productId), response);
        if (!saved.isSaved()) {
            model.addAttribute("conflict", saved.conflict());
            return showEdit(productId, saved.form(form, ProductForm::of), saved.edit(), saved.errors(), model);
        }
        session.tell("desk.products.saved");
        return redirect(productId);
    }

    private VersionedEdit.Version read(long productId) {
        var response = products.product(productId);
        return new VersionedEdit.Version(
                ProductForm.of(Objects.requireNonNull(response.getBody())).values(), VersionedEdit.etag(response));
    }

    private String showEdit(long productId, ProductForm form, VersionedEdit edit, FormErrors errors, Model model) {
        model.addAttribute("productId", productId);
        model.addAttribute("edit", edit);
        return show("desk/products/edit", form, errors, model);
    }

    private String showNew(ProductForm form, FormErrors errors, Model model) {
        return show("desk/products/new", form, errors, model);
    }

    private String show(String template, ProductForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("categories", categories.options(form.categoryId()));
        return template;
    }

    private static String redirect(long productId) {
        return "redirect:/app/desk/products/" + productId;
    }
}
