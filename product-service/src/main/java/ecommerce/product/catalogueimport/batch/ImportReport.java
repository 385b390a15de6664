package ecommerce.product.catalogueimport.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import. Each line of the file is counted once: as created, updated, unchanged or refused.
 *
 * @param updated lines that changed a product or its stock
 * @param stock the pieces that the import moved
 * @param refusals the first thousand refused lines
 * @param refusalsTruncated whether more than a thousand lines were refused
 */
public record ImportReport(
        long created,
        long updated,
        long unchanged,
        long refused,
        MovedStock stock,
        List<Refusal> refusals,
        boolean refusalsTruncated) {

    /**
     * The pieces that the import moved.
     *
     * @param opened opening stock of new products
     * @param added pieces added to existing products
     * @param removed pieces removed from existing products, as a positive number
     * @param productsMoved existing products whose stock changed
     * @param differing lines whose {@code quantity} differs from the sellable pieces; the import compares it and
     *     doesn't store it
     */
    public record MovedStock(long opened, long added, long removed, long productsMoved, long differing) {}

    /**
     * A refused line.
     *
     * @param line the line number in the file, starting at 1
     * @param reason the column, the value found, and what to do
     */
    public record Refusal(long line, @Nullable String sku, String reason) {}
}
