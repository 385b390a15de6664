package ecommerce.product.catalogueimport;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One product as the file gives it, found good. */
record ImportLine(
        String sku,
        String productTitle,
        List<String> categoryPath,
        BigDecimal priceUnit,
        int quantity,
        @Nullable String imageUrl) {

    /** SKUs that differ in case alone are one. */
    String key() {
        return sku.toLowerCase(Locale.ROOT);
    }
}
