package ecommerce.product.product;

import org.jspecify.annotations.Nullable;

/**
 * Defines the format of descriptions: Markdown source, which is stored as it is, except that its lines end with LF. Who
 * shows a description must make its HTML safe.
 */
public final class Description {

    /** The largest number of characters. */
    public static final int MAXIMUM = 10_000;

    /** Excludes the control characters that a file of the catalogue can't have. */
    static final String FORM = "[\\P{Cc}\\n\\t]*";

    static final String FORM_MESSAGE = "must not contain control characters other than line ends and tabs";

    private Description() {}

    /** Returns the text with LF as the end of each line, or null for a text without visible characters. */
    public static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
