package ecommerce.product.catalogueexport;

import ecommerce.product.catalogueimport.file.CategoryTitles;
import ecommerce.product.catalogueimport.file.SpreadsheetCell;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product as a line of CSV (RFC 4180).
 *
 * @param categoryPath the titles of its categories from the top down
 * @param quantity the sellable pieces
 */
record ExportedProduct(
        long productId,
        String sku,
        String productTitle,
        List<String> categoryPath,
        BigDecimal priceUnit,
        int quantity,
        @Nullable String imageUrl) {

    static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity,imageUrl\r\n";

    private static final Pattern SPECIAL = Pattern.compile("[,\"\\r\\n]|^\\s|\\s$");

    String line() {
        return Stream.of(
                        text(sku),
                        text(productTitle),
                        text(CategoryTitles.join(categoryPath)),
                        priceUnit.toPlainString(),
                        Integer.toString(quantity),
                        text(imageUrl == null ? "" : imageUrl))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(String value) {
        var cell = SpreadsheetCell.protect(value);
        return SPECIAL.matcher(cell).find() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
