package ecommerce.product.product;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of products is narrowed to; a member left out narrows nothing.
 *
 * @param q words that must all occur in title, SKU or category, the last perhaps unfinished
 * @param categoryId a category, along with all below it
 * @param hidden true for what is off the shelves, which staff alone may ask for
 */
record ProductFilter(
        @Size(max = 200) @Nullable String q,
        @Nullable Long categoryId,
        @PositiveOrZero @Digits(integer = 10, fraction = 2) @Nullable BigDecimal minPrice,
        @PositiveOrZero @Digits(integer = 10, fraction = 2) @Nullable BigDecimal maxPrice,
        @Nullable Boolean inStock,
        @Nullable Boolean hidden) {

    boolean wantsHidden() {
        return Boolean.TRUE.equals(hidden);
    }

    boolean hasWords() {
        return !searchQuery().isEmpty();
    }

    /** The words as PostgreSQL's {@code to_tsquery} takes them: quoted, so that no sign in them is an operator. */
    String searchQuery() {
        if (q == null) {
            return "";
        }
        return Arrays.stream(q.split("[\\s!-/:-@\\[-`{-~\\p{Z}\\p{C}]+"))
                .filter(word -> !word.isEmpty())
                .map("'%s':*"::formatted)
                .collect(Collectors.joining(" & "));
    }
}
