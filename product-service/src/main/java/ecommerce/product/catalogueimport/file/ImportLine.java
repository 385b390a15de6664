package ecommerce.product.catalogueimport.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One product in the file. A member is null if the file has no such column or the cell is empty. A null leaves the
 * product's value unchanged.
 *
 * @param line the line number in the file, starting at 1
 * @param categoryPath the titles of the categories from the top down
 * @param priceUnit not negative, two decimals
 * @param quantity 0 to 999,999,999
 * @param quantityChange -999,999,999 to 999,999,999
 */
public record ImportLine(
        long line,
        String sku,
        @Nullable String productTitle,
        @Nullable List<String> categoryPath,
        @Nullable BigDecimal priceUnit,
        @Nullable Integer quantity,
        @Nullable Integer quantityChange,
        @Nullable String imageUrl,
        @Nullable String description) {

    /** Returns the SKU in lower case. SKUs that differ only in case identify the same product. */
    public String key() {
        return sku.toLowerCase(Locale.ROOT);
    }

    /** Throws {@link RefusedLineException} if a value is missing that a new product needs. */
    public void requireComplete() throws RefusedLineException {
        var missing = new ArrayList<String>();
        if (productTitle == null) {
            missing.add(ImportColumn.PRODUCT_TITLE.columnName());
        }
        if (categoryPath == null) {
            missing.add(ImportColumn.CATEGORY_PATH.columnName());
        }
        if (priceUnit == null) {
            missing.add(ImportColumn.PRICE_UNIT.columnName());
        }
        if (!missing.isEmpty()) {
            throw refused("no product has this SKU; a new product needs " + String.join(", ", missing));
        }
        if (quantityChange != null && quantityChange != 0) {
            throw refused("no product has this SKU; give the opening stock of a new product in the column quantity,"
                    + " not in quantityChange");
        }
    }

    public RefusedLineException refused(String reason) {
        return new RefusedLineException(line, sku, reason);
    }
}
