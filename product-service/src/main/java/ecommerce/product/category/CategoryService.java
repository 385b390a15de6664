package ecommerce.product.category;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.defaults.web.SortFields;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@RepeatOnDeadlock
@Transactional
class CategoryService {

    private static final SortFields SORT =
            new SortFields("categoryId", Map.of("categoryId", "categoryId", "categoryTitle", "categoryTitle"));

    /** Stands for no category, like the 0 in the unique index of siblings. */
    private static final long NONE = 0;

    private final CategoryRepository categories;
    private final RepresentationTags tags;
    private final MergePatches patches;
    private final Audit audit;

    CategoryService(CategoryRepository categories, RepresentationTags tags, MergePatches patches, Audit audit) {
        this.categories = categories;
        this.tags = tags;
        this.patches = patches;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Page<Category> search(@Nullable Long parentId, Pageable pageable) {
        return categories.search(parentId, SORT.apply(pageable));
    }

    @Transactional(readOnly = true)
    CategoryResponse find(long categoryId) {
        return respond(load(categoryId));
    }

    CategoryResponse create(CategoryRequest request) {
        requireFreeTitle(request, NONE);
        var category = categories.save(
                new Category(request.categoryTitle().strip(), request.imageUrl(), parent(request.parentId())));
        audit.record(event("category.create", category).with("categoryTitle", category.categoryTitle()));
        return respond(category);
    }

    CategoryResponse replace(long categoryId, CategoryRequest request, @Nullable String ifMatch) {
        categories.lockTree();
        var category = load(categoryId);
        tags.check(ifMatch, respond(category));
        var parentId = request.parentId();
        if (parentId != null && categories.findAncestry(parentId).contains(categoryId)) {
            throw Problem.conflict("Category %d can't be below itself or its subcategories".formatted(categoryId));
        }
        requireFreeTitle(request, categoryId);
        var before = CategoryRequest.of(category);
        category.replace(request.categoryTitle().strip(), request.imageUrl(), parent(parentId));
        audit.record(event("category.change", category)
                .withChange("categoryTitle", before.categoryTitle(), category.categoryTitle())
                .withChange("imageUrl", before.imageUrl(), request.imageUrl())
                .withChange("parentId", before.parentId(), parentId));
        return respond(categories.saveAndFlush(category));
    }

    CategoryResponse change(long categoryId, ObjectNode patch, @Nullable String ifMatch) {
        categories.lockTree();
        return replace(categoryId, patches.apply(CategoryRequest.of(load(categoryId)), patch), ifMatch);
    }

    void delete(long categoryId, @Nullable String ifMatch) {
        var category = load(categoryId);
        tags.check(ifMatch, respond(category));
        if (!categories.findChildren(categoryId).isEmpty() || categories.hasProducts(categoryId)) {
            throw Problem.conflict("The category %s isn't empty. Remove its subcategories and products first"
                    .formatted(category.categoryTitle()));
        }
        categories.leaveDeletedProducts(categoryId);
        categories.delete(category);
        audit.record(event("category.delete", category).with("categoryTitle", category.categoryTitle()));
    }

    private static AuditEvent event(String action, Category category) {
        return AuditEvent.of(action, "category", category.categoryId());
    }

    private Category load(long categoryId) {
        return categories.findWithParent(categoryId).orElseThrow(() -> Problem.notFound("category", categoryId));
    }

    private CategoryResponse respond(Category category) {
        return CategoryResponse.of(category, categories.findChildren(category.categoryId()));
    }

    private void requireFreeTitle(CategoryRequest request, long exceptId) {
        var parentId = Objects.requireNonNullElse(request.parentId(), NONE);
        if (categories.hasSibling(parentId, request.categoryTitle().strip(), exceptId)) {
            throw Problem.duplicate(
                    "categoryTitle", "A category %s already exists at this level".formatted(request.categoryTitle()));
        }
    }

    private @Nullable Category parent(@Nullable Long parentId) {
        if (parentId == null) {
            return null;
        }
        return categories
                .findById(parentId)
                .orElseThrow(
                        () -> Problem.invalid("parentCategory.categoryId", "must be the id of an existing category"));
    }
}
