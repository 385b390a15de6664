package ecommerce.product.product;

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
 */
record ProductFilter(
        @Size(max = 200) @Nullable String q,
        @Nullable Long categoryId,
        @PositiveOrZero @Nullable BigDecimal minPrice,
        @PositiveOrZero @Nullable BigDecimal maxPrice,
        @Nullable Boolean inStock) {

    boolean hasWords() {
        return !searchQuery().isEmpty();
    }

    /** The words as PostgreSQL's {@code to_tsquery} takes them, each of letters and digits alone. */
    String searchQuery() {
        if (q == null) {
            return "";
        }
        return Arrays.stream(q.split("[\\s!-/:-@\\[-`{-~\\p{Z}\\p{C}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}
