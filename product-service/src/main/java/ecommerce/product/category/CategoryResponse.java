package ecommerce.product.category;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category with its parent. If a single category is read, its direct subcategories are included. */
record CategoryResponse(
        long categoryId,
        String categoryTitle,
        @Nullable String imageUrl,
        @Nullable Summary parentCategory,
        @Nullable List<Summary> subCategories) {

    record Summary(
            long categoryId, String categoryTitle, @Nullable String imageUrl) {

        static Summary of(Category category) {
            return new Summary(category.categoryId(), category.categoryTitle(), category.imageUrl());
        }
    }

    static CategoryResponse of(Category category) {
        return of(category, null);
    }

    static CategoryResponse of(Category category, @Nullable List<Category> children) {
        var parent = category.parentCategory();
        return new CategoryResponse(
                category.categoryId(),
                category.categoryTitle(),
                category.imageUrl(),
                parent == null ? null : Summary.of(parent),
                children == null ? null : children.stream().map(Summary::of).toList());
    }
}
