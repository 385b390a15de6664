package ecommerce.product.product.list;

import ecommerce.product.product.ProductResponse;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the products of a page, with their stock and categories. */
@Component
class ListRows {

    private static final String SELECT = """
            SELECT p.product_id, p.product_title, p.image_url, p.sku, p.price_unit, p.created_at, p.hidden,
                   s.on_hand - s.reserved AS quantity,
                   c.category_id, c.category_title, c.image_url AS category_image_url
            """;
    private static final String FROM = "product p USING (product_id) JOIN stock s USING (product_id)"
            + " JOIN category c ON c.category_id = p.category_id";

    private final JdbcClient jdbc;

    ListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the products that a query lists. The query reads an index, and only the products of the page are read from
     * the tables.
     *
     * @param listed common table expressions, of which {@code listed} has the ids of the page's products
     * @param orderBy the columns of {@code listed} that sort them
     */
    List<ProductResponse> read(String listed, String orderBy, Map<String, ?> parameters) {
        return jdbc.sql("WITH " + listed + " " + SELECT + " FROM listed JOIN " + FROM + " ORDER BY " + orderBy)
                .params(parameters)
                .query(ProductResponse::of)
                .list();
    }

    /** Returns those of the products that are for sale, in no particular order. */
    List<ProductResponse> readForSale(List<Long> productIds) {
        return read("""
                listed AS (SELECT product_id FROM product
                            WHERE deleted_at IS NULL AND NOT hidden AND product_id IN (:ids))
                """, "product_id", Map.of("ids", productIds));
    }
}
