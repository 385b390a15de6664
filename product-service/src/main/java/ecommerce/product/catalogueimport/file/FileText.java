package ecommerce.product.catalogueimport.file;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Normalises the text of a cell. */
final class FileText {

    /**
     * Matches soft hyphen, zero-width space, word joiner and byte order mark. Joiners of scripts and emoji aren't
     * included.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");
    /** Matches no-break and other spaces, but no line break or tab. */
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private FileText() {}

    /**
     * Returns the text in Unicode normalisation form NFC, without invisible characters, with ordinary spaces only, and
     * stripped.
     */
    static String tidy(String text) {
        var isAscii = text.chars().allMatch(c -> c < 0x80);
        if (isAscii) {
            return text.strip();
        }
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(BLANK.matcher(visible).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    /** Returns a value in quotes for a message, truncated to 40 characters. */
    static String quote(String value) {
        return value.length() <= 40 ? "\"%s\"".formatted(value) : "\"%s…\"".formatted(value.substring(0, 39));
    }
}
