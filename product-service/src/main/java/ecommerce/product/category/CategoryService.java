package ecommerce.product.category;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.SortFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CategoryService {

    private static final SortFields SORT =
            new SortFields("categoryId", Map.of("categoryId", "categoryId", "categoryTitle", "categoryTitle"));

    private final CategoryRepository categories;

    CategoryService(CategoryRepository categories) {
        this.categories = categories;
    }

    @Transactional(readOnly = true)
    Page<Category> search(@Nullable Long parentId, Pageable pageable) {
        return categories.search(parentId, SORT.apply(pageable));
    }

    @Transactional(readOnly = true)
    Category find(long categoryId) {
        return categories.findWithParent(categoryId).orElseThrow(() -> Problem.notFound("category", categoryId));
    }

    @Transactional(readOnly = true)
    List<Category> children(long categoryId) {
        return categories.findChildren(categoryId);
    }

    Category create(CategoryRequest request) {
        return categories.save(
                new Category(request.categoryTitle().strip(), request.imageUrl(), parent(request.parentId())));
    }

    Category replace(long categoryId, CategoryRequest request, @Nullable String ifMatch) {
        categories.lockTree();
        var category = find(categoryId);
        ETag.check(ifMatch, category.version());
        var parentId = request.parentId();
        if (parentId != null && categories.findAncestry(parentId).contains(categoryId)) {
            throw Problem.conflict("A category can't stand below itself");
        }
        category.replace(request.categoryTitle().strip(), request.imageUrl(), parent(parentId));
        return categories.saveAndFlush(category);
    }

    Category change(long categoryId, ChangeCategoryRequest request, @Nullable String ifMatch) {
        return replace(categoryId, request.appliedTo(find(categoryId)), ifMatch);
    }

    void delete(long categoryId, @Nullable String ifMatch) {
        var category = find(categoryId);
        ETag.check(ifMatch, category.version());
        if (!categories.findChildren(categoryId).isEmpty() || categories.hasProducts(categoryId)) {
            throw Problem.conflict("The category %s is not empty".formatted(category.categoryTitle()));
        }
        categories.leaveDeletedProducts(categoryId);
        categories.delete(category);
    }

    private @Nullable Category parent(@Nullable Long parentId) {
        if (parentId == null) {
            return null;
        }
        return categories
                .findById(parentId)
                .orElseThrow(() -> Problem.invalid("parentCategory.categoryId", "names no category"));
    }
}
