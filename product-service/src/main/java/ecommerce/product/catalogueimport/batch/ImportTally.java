package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.batch.ImportReport.MovedStock;
import ecommerce.product.catalogueimport.batch.ImportReport.Refusal;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Counts the results of a batch or of a whole import. */
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

    /** Counts a change of a product's stock. A delta of 0 is ignored. */
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
        refusals.add(new Refusal(line.line(), line.sku(), line.reason()));
    }

    /** Returns the refused lines; in a sum of many batches, not all. */
    List<Refusal> refusals() {
        return Collections.unmodifiableList(refusals);
    }

    /** Returns the sum of this tally and another one. It keeps the refusals that a report lists. */
    ImportTally plus(ImportTally other) {
        var sum = of(report());
        sum.created += other.created;
        sum.updated += other.updated;
        sum.unchanged += other.unchanged;
        sum.refused += other.refused;
        sum.opened += other.opened;
        sum.added += other.added;
        sum.removed += other.removed;
        sum.productsMoved += other.productsMoved;
        sum.differing += other.differing;
        sum.refusals.addAll(other.refusals);
        return sum;
    }

    /** Creates a tally that continues from a report. */
    static ImportTally of(ImportReport report) {
        var tally = new ImportTally();
        tally.created = report.created();
        tally.updated = report.updated();
        tally.unchanged = report.unchanged();
        tally.refused = report.refused();
        tally.opened = report.stock().opened();
        tally.added = report.stock().added();
        tally.removed = report.stock().removed();
        tally.productsMoved = report.stock().productsMoved();
        tally.differing = report.stock().differing();
        tally.refusals.addAll(report.refusals());
        return tally;
    }

    ImportReport report() {
        var listed = refusals.stream()
                .sorted(Comparator.comparingLong(Refusal::line))
                .limit(LISTED_REFUSALS)
                .toList();
        return new ImportReport(
                created,
                updated,
                unchanged,
                refused,
                new MovedStock(opened, added, removed, productsMoved, differing),
                listed,
                refused > listed.size());
    }
}
