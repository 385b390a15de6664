package ecommerce.proxyclient.desk.imports;

import ecommerce.proxyclient.productclient.CatalogueTransfers.Terms;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What staff choose with a file.
 *
 * @param key the idempotency key, which a repeated form sends again
 * @param charset one of {@link #CHARSETS}
 * @param stock {@code replace}, or empty
 */
public record ImportForm(String key, String charset, String stock) {

    /** The encodings in which spreadsheets save CSV. */
    public static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "UTF-16");

    private static final String REPLACE = "replace";

    static ImportForm empty() {
        return new ImportForm(UUID.randomUUID().toString(), CHARSETS.getFirst(), "");
    }

    static ImportForm of(Map<String, String> fields) {
        return new ImportForm(
                fields.getOrDefault("key", ""), fields.getOrDefault("charset", ""), fields.getOrDefault("stock", ""));
    }

    public boolean replacesStock() {
        return REPLACE.equals(stock);
    }

    /** Returns whether the page made this form. */
    boolean isComplete() {
        return !key.isBlank() && CHARSETS.contains(charset);
    }

    Terms terms() {
        return new Terms(key, Charset.forName(charset), replacesStock());
    }
}
