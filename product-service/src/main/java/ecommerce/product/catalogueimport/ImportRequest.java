package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.file.CatalogueFile;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param charset the charset that the sender declares; null for UTF-8
 * @param by the name of the member of staff, for the stock ledger
 * @param userId the member of staff
 * @param idempotencyKey a name for the import, under which it is done once; null if a repetition is another import
 */
record ImportRequest(
        @Nullable Charset charset,
        StockMode stock,
        String by,
        long userId,
        @Nullable String idempotencyKey) {

    /** The fingerprint of this request, up to where the file is. */
    byte[] fingerprint(CatalogueFile file) {
        return file.fingerprint(stock.name());
    }
}
