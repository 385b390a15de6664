package ecommerce.product.catalogueimport.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One product as the file gives it. A member is null if the file has no such column or the cell is empty; what is null
 * changes nothing.
 *
 * @param line the number of the line in the file, from 1
 * @param categoryPath the titles of categories from the top down
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
        @Nullable String imageUrl) {

    /** The SKU without its case: two SKUs that differ in case alone are one. */
    public String key() {
        return sku.toLowerCase(Locale.ROOT);
    }

    /** Fails if a column is empty that a product needs which doesn't exist yet. */
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
            throw refused("no product has this sku, and a new one needs " + String.join(", ", missing));
        }
        if (quantityChange != null && quantityChange != 0) {
            throw refused("no product has this sku, and the stock of a new one stands in the column quantity,"
                    + " not in quantityChange");
        }
    }

    public RefusedLineException refused(String reason) {
        return new RefusedLineException(line, sku, reason);
    }
}
