package ecommerce.proxyclient.desk.categories;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.desk.change.VersionedEdit;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.CategoryStaffClient;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
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

/** Creates, renames and moves categories. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class CategoryEditController {

    private static final String PATH = CategoryDeskController.PATH;

    private final CategoryStaffClient categories;
    private final CategoryOutlineReader outlines;
    private final ServiceChanges changes;

    CategoryEditController(CategoryStaffClient categories, CategoryOutlineReader outlines, ServiceChanges changes) {
        this.categories = categories;
        this.outlines = outlines;
        this.changes = changes;
    }

    /** @param parentId the category above that is chosen at first */
    @GetMapping(PATH + "/new")
    String openNew(@RequestParam(defaultValue = "") String parentId, Model model) {
        return showNew(new CategoryForm("", "", parentId), FormErrors.NONE, model);
    }

    /** Creates a category. Titles below a parent are unique, so a form that is sent twice creates one category. */
    @PostMapping(PATH)
    String create(
            @Valid @ModelAttribute("form") CategoryForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return showNew(form, FormErrors.of(result), model);
        }
        var attempt = changes.attempt(() -> categories.create(form.content()), response);
        if (attempt.answer().isEmpty()) {
            return showNew(form, ofParent(attempt.errors()), model);
        }
        outlines.forgetFilter();
        session.tell("desk.categories.created", form.categoryTitle());
        return "redirect:" + PATH;
    }

    @GetMapping(PATH + "/{categoryId}")
    String open(@PathVariable long categoryId, Model model) {
        var stored = read(categoryId);
        return show(categoryId, CategoryForm.of(stored.values()), VersionedEdit.open(stored), FormErrors.NONE, model);
    }

    /** Saves an edit. If somebody else has changed the same category, shows both versions first. */
    @PostMapping(PATH + "/{categoryId}")
    String save(
            @PathVariable long categoryId,
            @Valid @ModelAttribute("form") CategoryForm form,
            BindingResult result,
            @RequestParam Map<String, String> fields,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var edit = VersionedEdit.of(fields, form.values());
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(categoryId, form, edit, FormErrors.of(result), model);
        }
        var saved = changes.save(
                edit, etag -> categories.change(categoryId, form.content(), etag), () -> read(categoryId), response);
        if (!saved.isSaved()) {
            model.addAttribute("conflict", saved.conflict());
            return show(categoryId, saved.form(form, CategoryForm::of), saved.edit(), ofParent(saved.errors()), model);
        }
        outlines.forgetFilter();
        session.tell("desk.categories.saved", form.categoryTitle());
        return "redirect:" + PATH;
    }

    private VersionedEdit.Version read(long categoryId) {
        var response = categories.category(categoryId);
        return new VersionedEdit.Version(
                CategoryForm.of(Objects.requireNonNull(response.getBody())).values(), VersionedEdit.etag(response));
    }

    /** product-service names the id of the category above {@code parentCategory.categoryId}. */
    private static FormErrors ofParent(FormErrors errors) {
        var fields = new LinkedHashMap<>(errors.fields());
        var parent = fields.remove("categoryId");
        if (parent != null) {
            fields.put("parentId", parent);
        }
        return new FormErrors(fields, errors.general());
    }

    private String show(long categoryId, CategoryForm form, VersionedEdit edit, FormErrors errors, Model model) {
        model.addAttribute("categoryId", categoryId);
        model.addAttribute("edit", edit);
        model.addAttribute("parents", outlines.parents(categoryId, form.parentId()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/categories/edit";
    }

    private String showNew(CategoryForm form, FormErrors errors, Model model) {
        model.addAttribute("parents", outlines.options(form.parentId()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/categories/new";
    }
}
