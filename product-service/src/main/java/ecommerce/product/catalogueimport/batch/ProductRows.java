package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.batch.ImportBatch.Change;
import ecommerce.product.catalogueimport.file.ImportLine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads and writes the products of a batch, in one statement each. */
@Component
class ProductRows {

    private static final String FIND = """
            SELECT w.key, p.product_id
              FROM unnest(:keys::text[]) AS w (key)
              JOIN product p ON sku_key(p.sku) = sku_key(w.key) AND p.deleted_at IS NULL
            """;
    /**
     * Updates products after locking their rows in ascending order of ids. A null leaves its column unchanged. A change
     * of stock also increments the version.
     */
    private static final String UPDATE = """
            WITH wanted AS (
                SELECT * FROM unnest(:ids::bigint[], :titles::text[], :categories::bigint[], :prices::numeric[],
                                     :images::text[], :descriptions::text[], :moves::boolean[])
                           AS w (product_id, title, category_id, price, image, description, moves)),
            changed AS MATERIALIZED (
                SELECT w.*, p.price_unit AS price_before
                  FROM product p JOIN wanted w USING (product_id)
                 WHERE p.deleted_at IS NULL
                   AND (w.moves OR w.title <> p.product_title OR w.category_id <> p.category_id OR w.price <> p.price_unit
                        OR w.image <> coalesce(p.image_url, '') OR w.description <> coalesce(p.description, ''))
                 ORDER BY p.product_id FOR NO KEY UPDATE OF p)
            UPDATE product p
               SET product_title = coalesce(c.title, p.product_title),
                   category_id = coalesce(c.category_id, p.category_id),
                   price_unit = coalesce(c.price, p.price_unit), image_url = coalesce(c.image, p.image_url),
                   description = coalesce(c.description, p.description),
                   version = p.version + 1
              FROM changed c WHERE p.product_id = c.product_id
            RETURNING p.product_id, p.sku, c.price_before, p.price_unit
            """;

    private static final String INSERT = """
            INSERT INTO product (sku, product_title, category_id, price_unit, image_url, description)
            SELECT * FROM unnest(:skus::text[], :titles::text[], :categories::bigint[], :prices::numeric[],
                                 :images::text[], :descriptions::text[])
            ON CONFLICT DO NOTHING
            RETURNING product_id, sku
            """;

    /** An updated product with its price before and after. */
    record Updated(long productId, String sku, BigDecimal priceBefore, BigDecimal priceUnit) {}

    private static final RowMapper<Updated> UPDATED = new SimplePropertyRowMapper<>(Updated.class);

    private final JdbcClient jdbc;

    ProductRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the ids of existing products by {@link ImportLine#key key}. */
    Map<String, Long> find(Collection<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(FIND).param("keys", keys.toArray(String[]::new)).query((ResultSet row) -> {
            ids.put(row.getString("key"), row.getLong("product_id"));
        });
        return ids;
    }

    /** Updates the products that differ from their lines, and returns them. */
    List<Updated> update(List<Change> changes, Map<List<String>, Long> categoryIds) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var lines = changes.stream().map(Change::line).toList();
        return content(jdbc.sql(UPDATE), lines, categoryIds)
                .param("ids", changes.stream().map(Change::productId).toArray(Long[]::new))
                .param(
                        "moves",
                        changes.stream().map(change -> change.stockDelta() != 0).toArray(Boolean[]::new))
                .query(UPDATED)
                .list();
    }

    /**
     * Creates products. Throws {@link ConcurrencyFailureException} if a concurrent transaction has created one of them;
     * the caller then retries the batch.
     */
    Map<Long, ImportLine> insert(List<ImportLine> lines, Map<List<String>, Long> categoryIds) {
        Map<Long, ImportLine> created = new HashMap<>();
        if (lines.isEmpty()) {
            return created;
        }
        var bySku = lines.stream().collect(Collectors.toMap(ImportLine::sku, Function.identity()));
        content(jdbc.sql(INSERT), lines, categoryIds)
                .param("skus", lines.stream().map(ImportLine::sku).toArray(String[]::new))
                .query((ResultSet row) -> {
                    created.put(row.getLong("product_id"), bySku.get(row.getString("sku")));
                });
        if (created.size() < lines.size()) {
            throw new ConcurrencyFailureException("A product with one of the SKUs was created concurrently");
        }
        return created;
    }

    private static StatementSpec content(
            StatementSpec statement, List<ImportLine> lines, Map<List<String>, Long> categoryIds) {
        return statement
                .param("titles", array(lines, ImportLine::productTitle))
                .param(
                        "categories",
                        lines.stream()
                                .map(line -> categoryIds.get(line.categoryPath()))
                                .toArray(Long[]::new))
                .param("prices", array(lines, ProductRows::price))
                .param("images", array(lines, ImportLine::imageUrl))
                .param("descriptions", array(lines, ImportLine::description));
    }

    private static @Nullable String[] array(List<ImportLine> lines, Function<ImportLine, @Nullable String> member) {
        return lines.stream().map(member).toArray(String[]::new);
    }

    private static @Nullable String price(ImportLine line) {
        BigDecimal price = line.priceUnit();
        return price == null ? null : price.toPlainString();
    }
}
