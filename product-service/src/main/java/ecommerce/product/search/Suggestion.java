package ecommerce.product.search;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product that is suggested for a text. */
record Suggestion(
        long productId,
        String productTitle,
        String sku,
        @Nullable String imageUrl,
        BigDecimal priceUnit) {}
