package ecommerce.product.category;

import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.ReplacedId;
import ecommerce.defaults.web.RepresentationTags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/categories")
@Tag(name = "categories")
class CategoryController {

    private final CategoryService categories;
    private final RepresentationTags tags;

    CategoryController(CategoryService categories, RepresentationTags tags) {
        this.categories = categories;
        this.tags = tags;
    }

    /** Lists categories. {@code parentId} selects the direct subcategories of a category. */
    @GetMapping
    PageResponse<CategoryResponse> list(
            @RequestParam(required = false) @Nullable Long parentId, @ParameterObject Pageable pageable) {
        return PageResponse.of(categories.search(parentId, pageable), CategoryResponse::of);
    }

    /** Shows a category with its parent and its direct subcategories. No token is needed. */
    @GetMapping("/{categoryId}")
    ResponseEntity<CategoryResponse> get(@PathVariable long categoryId) {
        return tags.ok(categories.find(categoryId));
    }

    /** Creates a category, below a parent or at the top. A title occurs once below the same parent. */
    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CategoryResponse> create(@Valid @RequestBody CategoryRequest request) {
        var created = categories.create(request);
        return tags.created(URI.create("/api/categories/" + created.categoryId()), created);
    }

    /**
     * Replaces a category. The id is in the path or in the body. Another parent moves it with all its subcategories.
     */
    @PutMapping({"", "/{categoryId}"})
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<CategoryResponse> replace(
            @PathVariable(required = false) @Nullable Long categoryId,
            @Valid @RequestBody CategoryRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var id = ReplacedId.of(categoryId, request.categoryId(), "categoryId");
        return tags.ok(categories.replace(id, request, ifMatch));
    }

    /**
     * Changes members of a category. The body is a merge patch (RFC 7396): a null member is cleared, and an absent
     * member stays unchanged.
     */
    @PatchMapping("/{categoryId}")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CategoryRequest.class))))
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<CategoryResponse> change(
            @PathVariable long categoryId,
            @RequestBody ObjectNode patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return tags.ok(categories.change(categoryId, patch, ifMatch));
    }

    /** Deletes a category. It is refused with 409 while the category has products or subcategories. */
    @DeleteMapping("/{categoryId}")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long categoryId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        categories.delete(categoryId, ifMatch);
    }
}
