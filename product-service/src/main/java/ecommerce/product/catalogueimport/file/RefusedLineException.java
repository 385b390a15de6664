package ecommerce.product.catalogueimport.file;

import org.jspecify.annotations.Nullable;

/** Thrown if a line can't be imported. The message names the column, the value found and what to do. */
public final class RefusedLineException extends Exception {

    private final long line;
    private final @Nullable String sku;

    public RefusedLineException(long line, @Nullable String sku, String reason) {
        super(reason);
        this.line = line;
        this.sku = sku;
    }

    /** Returns the line number in the file, starting at 1. */
    public long line() {
        return line;
    }

    public @Nullable String sku() {
        return sku;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
