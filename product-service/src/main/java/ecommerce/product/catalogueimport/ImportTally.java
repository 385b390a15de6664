package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.ImportReport.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts while an import runs. */
final class ImportTally {

    private static final int LISTED_REFUSALS = 1000;

    private final List<Refusal> refusals = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long refused;

    void stored(int newlyCreated, int newlyUpdated, int leftUnchanged) {
        created += newlyCreated;
        updated += newlyUpdated;
        unchanged += leftUnchanged;
    }

    void refuse(long line, @Nullable String sku, String reason) {
        refused++;
        if (refusals.size() < LISTED_REFUSALS) {
            refusals.add(new Refusal(line, sku, reason));
        }
    }

    ImportReport report() {
        return new ImportReport(
                created, updated, unchanged, refused, List.copyOf(refusals), refused > refusals.size());
    }
}
