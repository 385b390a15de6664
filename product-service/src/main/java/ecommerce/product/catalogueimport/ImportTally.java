package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.ImportReport.Refusal;
import ecommerce.product.catalogueimport.ImportReport.StockMovements;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what a batch, or a whole import, does. */
final class ImportTally {

    private static final int LISTED_REFUSALS = 1000;

    private final List<Refusal> refusals = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long refused;
    private long opened;
    private long added;
    private long removed;
    private long productsMoved;
    private long differing;

    void created(int products, long openingPieces) {
        created += products;
        opened += openingPieces;
    }

    void existing(int changed, int leftUnchanged) {
        updated += changed;
        unchanged += leftUnchanged;
    }

    /** A movement of a product's stock, perhaps of nothing. */
    void moved(int delta) {
        added += Math.max(0, delta);
        removed += Math.max(0, -delta);
        productsMoved += delta == 0 ? 0 : 1;
    }

    void differs() {
        differing++;
    }

    void refuse(RefusedLineException line) {
        refused++;
        list(new Refusal(line.line(), line.sku(), line.reason()));
    }

    private void list(Refusal refusal) {
        if (refusals.size() < LISTED_REFUSALS) {
            refusals.add(refusal);
        }
    }

    /** Counts what another one has counted as well. */
    void add(ImportTally other) {
        created += other.created;
        updated += other.updated;
        unchanged += other.unchanged;
        refused += other.refused;
        opened += other.opened;
        added += other.added;
        removed += other.removed;
        productsMoved += other.productsMoved;
        differing += other.differing;
        other.refusals.forEach(this::list);
    }

    ImportReport report() {
        return new ImportReport(
                created,
                updated,
                unchanged,
                refused,
                new StockMovements(opened, added, removed, productsMoved, differing),
                refusals.stream().sorted(Comparator.comparingLong(Refusal::line)).toList(),
                refused > refusals.size());
    }
}
