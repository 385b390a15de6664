package ecommerce.product.catalogueexport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the products of an export in the order of their ids, some at a time. */
@Component
class ExportQueries {

    private static final String NEXT = """
            WITH RECURSIVE path AS (
                SELECT category_id, ARRAY[CAST(category_title AS text)] AS titles FROM category WHERE parent_category_id IS NULL
                UNION ALL
                SELECT below.category_id, path.titles || CAST(below.category_title AS text)
                  FROM category below JOIN path ON below.parent_category_id = path.category_id)
            SELECT p.product_id, p.sku, p.product_title, path.titles, p.price_unit,
                   coalesce(s.on_hand - s.reserved, 0) AS quantity,
                   p.image_url, p.description
              FROM (SELECT * FROM product
                     WHERE deleted_at IS NULL AND hidden = :hidden AND product_id > :after
                     ORDER BY product_id LIMIT :size) AS p
              LEFT JOIN stock s USING (product_id) JOIN path USING (category_id)
             ORDER BY p.product_id
            """;

    private final JdbcClient jdbc;

    ExportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the products with the next higher ids. The list is empty after the last one. */
    List<ExportedProduct> after(long productId, boolean hidden, int size) {
        return jdbc.sql(NEXT)
                .param("hidden", hidden)
                .param("after", productId)
                .param("size", size)
                .query(ExportQueries::product)
                .list();
    }

    private static ExportedProduct product(ResultSet row, int rowNumber) throws SQLException {
        return new ExportedProduct(
                row.getLong("product_id"),
                row.getString("sku"),
                row.getString("product_title"),
                Arrays.asList((String[]) row.getArray("titles").getArray()),
                row.getBigDecimal("price_unit"),
                row.getInt("quantity"),
                row.getString("image_url"),
                row.getString("description"));
    }
}
