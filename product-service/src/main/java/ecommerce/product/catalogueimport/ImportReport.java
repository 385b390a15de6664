package ecommerce.product.catalogueimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did. Each line of the file is counted once: created, updated, unchanged or refused.
 *
 * @param updated lines that changed a product or its stock
 * @param stock by how much stock moved
 * @param refusals the first thousand of the refused lines
 * @param refusalsTruncated whether there are more than these
 */
record ImportReport(
        long created,
        long updated,
        long unchanged,
        long refused,
        MovedStock stock,
        List<Refusal> refusals,
        boolean refusalsTruncated) {

    /**
     * Pieces that the import moved.
     *
     * @param opened pieces of new products
     * @param added pieces added to products that existed
     * @param removed pieces taken from products that existed, as a positive number
     * @param productsMoved products that existed and whose stock moved
     * @param differing lines whose {@code quantity} isn't what can be sold now; it was compared and not stored
     */
    record MovedStock(long opened, long added, long removed, long productsMoved, long differing) {}

    /**
     * A line that was left out.
     *
     * @param line its number in the file, from 1
     * @param reason the column, the value found, and what to do
     */
    record Refusal(long line, @Nullable String sku, String reason) {}
}
