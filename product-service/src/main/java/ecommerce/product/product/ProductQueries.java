package ecommerce.product.product;

import ecommerce.defaults.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads one product with its category and stock, the request that the shop answers most. It takes one statement, which
 * needs no transaction.
 */
@Component
class ProductQueries {

    private static final String SELECT = """
            SELECT p.product_id, p.product_title, p.image_url, p.sku, p.price_unit, p.created_at, p.hidden,
                   p.description, coalesce(s.on_hand - s.reserved, 0) AS quantity,
                   c.category_id, c.category_title, c.image_url AS category_image_url
              FROM product p JOIN category c USING (category_id) LEFT JOIN stock s USING (product_id)
             WHERE p.product_id = ? AND p.deleted_at IS NULL AND (? OR NOT p.hidden)
            """;

    private final JdbcClient jdbc;

    ProductQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fails with 404 if there is no such product.
     *
     * @param evenHidden whether the caller may see a hidden product
     */
    ProductResponse find(long productId, boolean evenHidden) {
        return jdbc.sql(SELECT)
                .params(productId, evenHidden)
                .query(ProductResponse::withDescription)
                .optional()
                .orElseThrow(() -> Problem.notFound("product", productId));
    }
}
