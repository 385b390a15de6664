package ecommerce.product.catalogueimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to.
 *
 * @param refusals the first thousand of the refused lines
 * @param refusalsTruncated whether there are more than these
 */
record ImportReport(
        long created, long updated, long unchanged, long refused, List<Refusal> refusals, boolean refusalsTruncated) {

    /** A line that was left out, by its number in the file, from 1. */
    record Refusal(long line, @Nullable String sku, String reason) {}
}
