package ecommerce.product.catalogueimport;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores some hundred lines at a time, each SKU once, in a handful of statements and one transaction. */
@Component
class ImportBatch {

    private static final String UPSERT_PRODUCTS =
            """
            INSERT INTO product (sku, product_title, category_id, price_unit, image_url)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::numeric[], ?::text[])
            ON CONFLICT (lower(sku)) WHERE deleted_at IS NULL DO UPDATE
               SET sku = excluded.sku, product_title = excluded.product_title, category_id = excluded.category_id,
                   price_unit = excluded.price_unit, image_url = excluded.image_url, version = product.version + 1
             WHERE (product.sku, product.product_title, product.category_id, product.price_unit, product.image_url)
                   IS DISTINCT FROM (excluded.sku, excluded.product_title, excluded.category_id,
                                     excluded.price_unit, excluded.image_url)
            RETURNING product_id, xmax = 0 AS created
            """;
    private static final String MISSING_STOCK =
            """
            INSERT INTO stock (product_id)
            SELECT product_id FROM product WHERE lower(sku) = ANY (?) AND deleted_at IS NULL
            ON CONFLICT DO NOTHING
            """;
    /** Locked in the order of ids, like everybody's stock. */
    private static final String SET_STOCK =
            """
            WITH wanted AS (
                SELECT p.product_id, w.quantity
                  FROM unnest(?::text[], ?::integer[]) AS w (sku, quantity)
                  JOIN product p ON lower(p.sku) = w.sku AND p.deleted_at IS NULL),
            locked AS MATERIALIZED (
                SELECT product_id, s.on_hand - s.reserved AS sellable, quantity
                  FROM stock s JOIN wanted USING (product_id) ORDER BY product_id FOR UPDATE OF s),
            moved AS (
                INSERT INTO stock_movement (product_id, delta, reason, moved_by)
                SELECT product_id, quantity - sellable, 'IMPORTED', ? FROM locked WHERE quantity <> sellable
                RETURNING product_id, delta)
            UPDATE stock s SET on_hand = on_hand + delta FROM moved WHERE s.product_id = moved.product_id
            RETURNING s.product_id
            """;

    private final JdbcTemplate jdbc;
    private final CategoryPaths categories;

    ImportBatch(JdbcTemplate jdbc, CategoryPaths categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    @Transactional
    void store(List<ImportLine> lines, String by, ImportTally tally) {
        // In one order, so that two imports of the same products don't wait for each other.
        var sorted = lines.stream().sorted(Comparator.comparing(ImportLine::key)).toList();
        var categoryIds = resolveCategories(sorted);
        var changes = jdbc.execute((ConnectionCallback<Changes>) connection -> {
            var changed = upsertProducts(connection, sorted, categoryIds);
            changed.updated().addAll(setStock(connection, sorted, by));
            changed.updated().removeAll(changed.created());
            return changed;
        });
        var created = changes.created().size();
        var updated = changes.updated().size();
        tally.stored(created, updated, lines.size() - created - updated);
    }

    private record Changes(Set<Long> created, Set<Long> updated) {}

    private List<Long> resolveCategories(List<ImportLine> lines) {
        Map<String, Long> known = new HashMap<>();
        return lines.stream()
                .map(line -> known.computeIfAbsent(
                        CategoryPaths.key(line.categoryPath()), key -> categories.resolve(line.categoryPath())))
                .toList();
    }

    private static Changes upsertProducts(Connection connection, List<ImportLine> lines, List<Long> categoryIds)
            throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT_PRODUCTS)) {
            statement.setArray(1, texts(connection, lines.stream().map(ImportLine::sku).toList()));
            statement.setArray(2, texts(connection, lines.stream().map(ImportLine::productTitle).toList()));
            statement.setArray(3, connection.createArrayOf("bigint", categoryIds.toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "numeric", lines.stream().map(ImportLine::priceUnit).toArray()));
            statement.setArray(5, texts(connection, lines.stream().map(ImportLine::imageUrl).toList()));
            var changes = new Changes(new HashSet<>(), new HashSet<>());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    (rows.getBoolean("created") ? changes.created() : changes.updated()).add(rows.getLong("product_id"));
                }
            }
            return changes;
        }
    }

    private static List<Long> setStock(Connection connection, List<ImportLine> lines, String by) throws SQLException {
        var keys = texts(connection, lines.stream().map(ImportLine::key).toList());
        try (var statement = connection.prepareStatement(MISSING_STOCK)) {
            statement.setArray(1, keys);
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(SET_STOCK)) {
            statement.setArray(1, keys);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", lines.stream().map(ImportLine::quantity).toArray()));
            statement.setString(3, by);
            return ids(statement);
        }
    }

    private static List<Long> ids(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
