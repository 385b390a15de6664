package ecommerce.proxyclient.desk.categories;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.desk.change.VersionedEdit;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.CategoryStaffClient;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the tree of categories, and deletes empty ones. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class CategoryDeskController {

    static final String PATH = "/app/desk/categories";

    private final CategoryStaffClient categories;
    private final CategoryOutlineReader outlines;
    private final ServiceChanges changes;

    CategoryDeskController(CategoryStaffClient categories, CategoryOutlineReader outlines, ServiceChanges changes) {
        this.categories = categories;
        this.outlines = outlines;
        this.changes = changes;
    }

    @GetMapping(PATH)
    String tree(Model model) {
        model.addAttribute("outline", outlines.read());
        return "desk/categories/categories";
    }

    @GetMapping(PATH + "/{categoryId}/delete")
    String confirmDelete(@PathVariable long categoryId, Model model) {
        return confirm(categoryId, FormErrors.NONE, model);
    }

    /** Deletes a category as it was when the deletion was confirmed. */
    @PostMapping(PATH + "/{categoryId}/delete")
    String delete(
            @PathVariable long categoryId,
            @RequestParam String title,
            @RequestParam String etag,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.delete(() -> categories.delete(categoryId, etag), response);
        if (!errors.isEmpty()) {
            return confirm(categoryId, errors, model);
        }
        outlines.forgetFilter();
        session.tell("desk.categories.deleted", title);
        return "redirect:" + PATH;
    }

    private String confirm(long categoryId, FormErrors errors, Model model) {
        var response = categories.category(categoryId);
        model.addAttribute("category", response.getBody());
        model.addAttribute("etag", VersionedEdit.etag(response));
        model.addAttribute("errors", errors);
        return "desk/categories/delete";
    }
}
