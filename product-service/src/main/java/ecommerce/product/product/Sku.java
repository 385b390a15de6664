package ecommerce.product.product;

import java.text.Normalizer;

/**
 * The rules of stock keeping units, which suppliers write in many ways: spaces inside, brackets, {@code +}, umlauts,
 * leading zeros. Two SKUs that differ in case alone are one; the database's function {@code sku_key} decides it.
 */
public final class Sku {

    /**
     * 1 to 50 letters, digits, punctuation marks and symbols of any script, with single or several spaces inside. What a
     * spreadsheet would take for a formula isn't one.
     */
    public static final String FORM =
            "(?![=+\\-@])[\\p{L}\\p{N}\\p{P}\\p{S}]([\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{0,48}[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])?";

    public static final String FORM_MESSAGE =
            "must be 1 to 50 letters, digits or signs, with spaces only inside, and must not begin with = + - or @";

    private Sku() {}

    /** The SKU in Unicode's form NFC, without invisible characters, each blank an ordinary space, and none around it. */
    public static String tidy(String sku) {
        var visible = sku.replaceAll("\\p{Cf}", "").replaceAll("[\\p{Zs}]", " ");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }
}
