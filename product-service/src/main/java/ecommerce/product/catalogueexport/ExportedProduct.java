package ecommerce.product.catalogueexport;

import ecommerce.product.catalogueimport.file.CategoryTitles;
import ecommerce.product.catalogueimport.file.CsvCell;
import java.math.BigDecimal;
import java.util.List;
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
        @Nullable String imageUrl,
        @Nullable String description) {

    static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity,imageUrl,description\r\n";

    String line() {
        return Stream.of(
                        CsvCell.of(sku),
                        CsvCell.of(productTitle),
                        CsvCell.of(CategoryTitles.join(categoryPath)),
                        priceUnit.toPlainString(),
                        Integer.toString(quantity),
                        CsvCell.of(imageUrl == null ? "" : imageUrl),
                        CsvCell.of(description == null ? "" : description))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
