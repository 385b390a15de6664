package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.file.ImportLine;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores a batch of up to 1,000 lines, each SKU at most once, in a few statements and one transaction. To prevent
 * deadlocks it locks rows in the same order as a change of one product: stock before products, each in ascending order
 * of product ids. New products are inserted in the order of their SKUs.
 */
@Component
class ImportBatch {

    /** A line for an existing product, and the pieces to add to its stock. */
    record Change(long productId, ImportLine line, int stockDelta) {}

    private final ProductRows products;
    private final StockRows stock;
    private final CategoryPaths categories;
    private final ImportAudit audit;

    ImportBatch(ProductRows products, StockRows stock, CategoryPaths categories, ImportAudit audit) {
        this.products = products;
        this.stock = stock;
        this.categories = categories;
        this.audit = audit;
    }

    /**
     * Stores the lines.
     *
     * @param turn waits until all earlier lines of the file are stored. It runs before rows are locked that other
     *     transactions may want, so not for lines that only create products.
     * @param last runs at the end of the same transaction with the counts of the batch
     */
    @Transactional
    <T> T store(List<ImportLine> lines, ImportRequest request, Runnable turn, Function<ImportTally, T> last) {
        var tally = new ImportTally();
        var known = products.find(lines.stream().map(ImportLine::key).toList());
        var existing = new TreeMap<Long, ImportLine>();
        var fresh = new ArrayList<ImportLine>();
        for (var line : lines) {
            var productId = known.get(line.key());
            if (productId != null) {
                existing.put(productId, line);
            } else if (isComplete(line, tally)) {
                fresh.add(line);
            }
        }
        var paths = CategoryPaths.of(Stream.concat(existing.values().stream(), fresh.stream()));
        var categoryIds = categories.find(paths);
        if (!existing.isEmpty() || categoryIds.size() < paths.size()) {
            turn.run();
            categoryIds = findOrCreate(paths);
        }
        change(existing, categoryIds, request, tally);
        create(fresh, categoryIds, request.by(), tally);
        audit.recordBatch(request, tally);
        return last.apply(tally);
    }

    private Map<List<String>, Long> findOrCreate(Set<List<String>> paths) {
        var created = new TreeMap<Long, String>();
        var categoryIds = categories.findOrCreate(paths, created::put);
        audit.recordCategories(created);
        return categoryIds;
    }

    private static boolean isComplete(ImportLine line, ImportTally tally) {
        try {
            line.requireComplete();
            return true;
        } catch (RefusedLineException e) {
            tally.refuse(e);
            return false;
        }
    }

    private void change(
            Map<Long, ImportLine> existing,
            Map<List<String>, Long> categoryIds,
            ImportRequest request,
            ImportTally tally) {
        var changes = plan(existing, request.stock(), tally);
        var updated = products.update(changes, categoryIds);
        audit.recordPrices(updated);
        stock.move(changes.stream().filter(change -> change.stockDelta() != 0).toList(), request.by());
        changes.forEach(change -> tally.moved(change.stockDelta()));
        tally.existing(updated.size(), changes.size() - updated.size());
    }

    private List<Change> plan(Map<Long, ImportLine> existing, StockMode mode, ImportTally tally) {
        var levels = stock.lock(ids(existing, mode, true));
        levels.putAll(stock.read(ids(existing, mode, false)));
        var changes = new ArrayList<Change>();
        existing.forEach((productId, line) -> {
            try {
                var level = levels.get(productId);
                var delta = level == null ? 0 : mode.delta(line, level);
                if (level != null && line.quantity() != null && level.sellable() + delta != line.quantity()) {
                    tally.differs();
                }
                changes.add(new Change(productId, line, delta));
            } catch (RefusedLineException e) {
                tally.refuse(e);
            }
        });
        return changes;
    }

    /**
     * Returns the ids of the products whose lines may move stock, or of those whose lines only give a quantity to
     * compare.
     */
    private static List<Long> ids(Map<Long, ImportLine> existing, StockMode mode, boolean moving) {
        return existing.entrySet().stream()
                .filter(entry -> moving
                        ? mode.moves(entry.getValue())
                        : !mode.moves(entry.getValue()) && entry.getValue().quantity() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void create(List<ImportLine> lines, Map<List<String>, Long> categoryIds, String by, ImportTally tally) {
        var sorted =
                lines.stream().sorted(Comparator.comparing(ImportLine::key)).toList();
        var created = products.insert(sorted, categoryIds);
        audit.recordProducts(created);
        var quantities = created.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> openingQuantity(entry.getValue())));
        stock.open(quantities, by);
        tally.created(
                quantities.size(),
                quantities.values().stream().mapToLong(Integer::longValue).sum());
    }

    private static int openingQuantity(ImportLine line) {
        return line.quantity() == null ? 0 : line.quantity();
    }
}
