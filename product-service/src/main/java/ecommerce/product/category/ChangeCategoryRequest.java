package ecommerce.product.category;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The members to change; a member left out stays. To move a category to the top, replace it. */
record ChangeCategoryRequest(
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 100) @Nullable String categoryTitle,
        @Size(max = 500) @Nullable String imageUrl,
        @Valid CategoryRequest.@Nullable Parent parentCategory) {

    CategoryRequest appliedTo(Category old) {
        var oldParent = old.parentCategory();
        var kept = oldParent == null ? null : new CategoryRequest.Parent(oldParent.categoryId());
        return new CategoryRequest(
                categoryTitle == null ? old.categoryTitle() : categoryTitle,
                imageUrl == null ? old.imageUrl() : imageUrl,
                parentCategory == null ? kept : parentCategory);
    }
}
