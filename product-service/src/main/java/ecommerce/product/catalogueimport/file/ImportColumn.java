package ecommerce.product.catalogueimport.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column that a catalogue file may have. */
public enum ImportColumn {
    SKU("sku"),
    PRODUCT_TITLE("productTitle"),
    CATEGORY_PATH("categoryPath"),
    PRICE_UNIT("priceUnit"),
    /** The opening stock of a new product. For an existing product it is compared with the stock, or replaces it. */
    QUANTITY("quantity"),
    /** A signed difference to the stock of an existing product. */
    QUANTITY_CHANGE("quantityChange"),
    IMAGE_URL("imageUrl"),
    /** Markdown, which may have many lines. */
    DESCRIPTION("description");

    private final String columnName;

    ImportColumn(String columnName) {
        this.columnName = columnName;
    }

    public String columnName() {
        return columnName;
    }

    /**
     * Returns the column with this name. Ignores case and whitespace: {@code Product Title} is {@code productTitle}.
     */
    static Optional<ImportColumn> named(String name) {
        var key = name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.columnName.toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }

    /** Returns all names, for a message. */
    static String names() {
        return Arrays.stream(values()).map(ImportColumn::columnName).collect(Collectors.joining(", "));
    }
}
