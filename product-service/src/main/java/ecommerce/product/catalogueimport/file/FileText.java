package ecommerce.product.catalogueimport.file;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Tidies the text of a cell. */
final class FileText {

    /**
     * Soft hyphen, zero-width space, word joiner and byte order mark. Joiners of scripts and emoji aren't among them.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");
    /** No-break and other blanks, but no line break or tab. */
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private FileText() {}

    /** The text in Unicode's form NFC, without invisible characters, each blank an ordinary one, and none around it. */
    static String tidy(String text) {
        var isAscii = text.chars().allMatch(c -> c < 0x80);
        if (isAscii) {
            return text.strip();
        }
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(BLANK.matcher(visible).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    /** A value as a message quotes it: at most 40 characters. */
    static String quote(String value) {
        return value.length() <= 40 ? "\"%s\"".formatted(value) : "\"%s…\"".formatted(value.substring(0, 39));
    }
}
