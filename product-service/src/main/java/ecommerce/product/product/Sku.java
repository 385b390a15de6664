package ecommerce.product.product;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Defines the format of stock keeping units (SKUs). Suppliers use inner spaces, brackets, {@code +}, umlauts and
 * leading zeros. SKUs that differ only in case are equal, as defined by the database function {@code sku_key}.
 */
public final class Sku {

    /**
     * Matches 1 to 50 letters, digits, punctuation marks and symbols of any script, with spaces only inside. Excludes
     * what a spreadsheet reads as a formula.
     */
    public static final String FORM = "(?![=+\\-@ \\p{M}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,50}(?<! )";

    public static final String FORM_MESSAGE =
            "must be 1 to 50 letters, digits or symbols, with spaces only inside, and must not begin with = + - or @";

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private Sku() {}

    public static boolean isValid(String sku) {
        return WHOLE.matcher(sku).matches();
    }

    /**
     * Returns the SKU in Unicode normalisation form NFC, without invisible characters, with ordinary spaces only, and
     * stripped.
     */
    public static String tidy(String sku) {
        var visible = INVISIBLE.matcher(sku).replaceAll("");
        return Normalizer.normalize(BLANK.matcher(visible).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }
}
