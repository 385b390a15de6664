package ecommerce.product.category;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to create or replace a category. Without a parent it is a top-level category.
 *
 * @param categoryId the id of the category that a {@code PUT} replaces, unless the path has it
 */
record CategoryRequest(
        @Nullable Long categoryId,
        @NotBlank @Size(max = 100) String categoryTitle,
        @Size(max = 500) @Nullable String imageUrl,
        @Valid @Nullable Parent parentCategory) {

    record Parent(@NotNull Long categoryId) {}

    static CategoryRequest of(Category category) {
        var parent = category.parentCategory();
        return new CategoryRequest(
                category.categoryId(),
                category.categoryTitle(),
                category.imageUrl(),
                parent == null ? null : new Parent(parent.categoryId()));
    }

    @Nullable
    Long parentId() {
        return parentCategory == null ? null : parentCategory.categoryId();
    }
}
