package ecommerce.product.catalogueimport;

import org.jspecify.annotations.Nullable;

/** A line that can't be imported, for the reason in the message. */
final class RefusedLineException extends Exception {

    private final @Nullable String sku;

    RefusedLineException(@Nullable String sku, String reason) {
        super(reason);
        this.sku = sku;
    }

    @Nullable String sku() {
        return sku;
    }
}
