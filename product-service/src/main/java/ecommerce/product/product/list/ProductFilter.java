package ecommerce.product.product.list;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The conditions for a list of products. A null member is no condition.
 *
 * @param q words that must all occur in title, SKU or category. The last word may be unfinished. Accents, case and
 *     punctuation are ignored. If no product has these words, parts of words and misspelt words are searched.
 * @param categoryId a category, including all categories below it
 * @param hidden true for hidden products, which only staff may request
 */
public record ProductFilter(
        @Size(max = 200) @Nullable String q,
        @Nullable Long categoryId,

        @PositiveOrZero @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2) @Nullable
        BigDecimal minPrice,

        @PositiveOrZero @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2) @Nullable
        BigDecimal maxPrice,

        @Nullable Boolean inStock,
        @Nullable Boolean hidden) {

    public boolean wantsHidden() {
        return Boolean.TRUE.equals(hidden);
    }

    /** Returns a filter with the same text and visibility, but no other condition. */
    ProductFilter everywhere() {
        return new ProductFilter(q, null, null, null, null, hidden);
    }

    /** Returns the conditions that are set, by name. */
    Map<String, String> conditions() {
        var set = new TreeMap<String, String>();
        put(set, "q", q);
        put(set, "categoryId", categoryId);
        put(set, "minPrice", minPrice);
        put(set, "maxPrice", maxPrice);
        put(set, "inStock", inStock);
        put(set, "hidden", wantsHidden() ? true : null);
        return set;
    }

    private static void put(Map<String, String> set, String name, @Nullable Object value) {
        if (value != null) {
            set.put(name, value.toString());
        }
    }
}
