package ecommerce.product.product;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The rules of stock keeping units, which suppliers write in many ways: spaces inside, brackets, {@code +}, umlauts,
 * leading zeros. Two SKUs that differ in case alone are one; the database's function {@code sku_key} decides it.
 */
public final class Sku {

    /**
     * 1 to 50 letters, digits, punctuation marks and symbols of any script, with spaces inside. What a spreadsheet
     * would take for a formula isn't one.
     */
    public static final String FORM = "(?![=+\\-@ \\p{M}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,50}(?<! )";

    public static final String FORM_MESSAGE =
            "must be 1 to 50 letters, digits or signs, with spaces only inside, and must not begin with = + - or @";

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private Sku() {}

    public static boolean isValid(String sku) {
        return WHOLE.matcher(sku).matches();
    }

    /**
     * The SKU in Unicode's form NFC, without invisible characters, each blank an ordinary space, and none around it.
     */
    public static String tidy(String sku) {
        var visible = INVISIBLE.matcher(sku).replaceAll("");
        return Normalizer.normalize(BLANK.matcher(visible).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }
}
