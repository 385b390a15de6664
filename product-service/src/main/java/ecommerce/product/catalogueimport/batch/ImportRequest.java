package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.file.CatalogueFile;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an import.
 *
 * @param charset the charset that the client declares; null for UTF-8
 * @param by the name of the member of staff, for the stock ledger
 * @param userId the id of the member of staff
 * @param address the IP address that the file came from; null if nobody sent it
 * @param idempotencyKey makes the import run once; null if a repeated request is a new import
 */
public record ImportRequest(
        @Nullable Charset charset,
        StockMode stock,
        String by,
        long userId,
        @Nullable String address,
        @Nullable String idempotencyKey) {

    /** Returns the fingerprint of this request and of the records read so far. */
    byte[] fingerprint(CatalogueFile file) {
        return file.fingerprint(stock.name());
    }
}
