package ecommerce.product.product;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a list of products is narrowed to; a member left out narrows nothing.
 *
 * @param q words that must all occur in title, SKU or category, the last perhaps unfinished; accents, upper case and
 *     punctuation do not count. If no product has these words, parts of words and misspelt words are looked up.
 * @param categoryId a category, along with all below it
 * @param hidden true for what is off the shelves, which staff alone may ask for
 */
record ProductFilter(
        @Size(max = 200) @Nullable String q,
        @Nullable Long categoryId,

        @PositiveOrZero @Digits(integer = 10, fraction = 2) @Nullable
        BigDecimal minPrice,

        @PositiveOrZero @Digits(integer = 10, fraction = 2) @Nullable
        BigDecimal maxPrice,

        @Nullable Boolean inStock,
        @Nullable Boolean hidden) {

    boolean wantsHidden() {
        return Boolean.TRUE.equals(hidden);
    }

    /** The same text and visibility without any other condition. */
    ProductFilter everywhere() {
        return new ProductFilter(q, null, null, null, null, hidden);
    }
}
