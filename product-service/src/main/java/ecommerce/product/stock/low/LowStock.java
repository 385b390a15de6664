package ecommerce.product.stock.low;

import ecommerce.defaults.web.SortFields;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds products whose stock is low. The query reads only the index of low stock, so its cost doesn't depend on the
 * number of products.
 */
@Component
class LowStock {

    private static final RowMapper<LowProduct> LOW_PRODUCT = new SimplePropertyRowMapper<>(LowProduct.class);

    /** A product whose stock is low. Amounts are in pieces. */
    record LowProduct(
            long productId,
            String productTitle,
            String sku,
            int onHand,
            int reserved,
            int sellable,
            int lowStockThreshold) {}

    private static final SortFields UNSORTED = new SortFields("product_id", Map.of());
    private static final String FROM =
            " FROM stock s JOIN product p USING (product_id) WHERE s.low AND p.deleted_at IS NULL";

    private final JdbcClient jdbc;

    LowStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Page<LowProduct> find(Pageable pageable) {
        var page = UNSORTED.apply(pageable);
        long total = jdbc.sql("SELECT count(*)" + FROM).query(Long.class).single();
        var products = jdbc.sql("SELECT p.product_id, p.product_title, p.sku, s.on_hand, s.reserved,"
                        + " s.on_hand - s.reserved AS sellable, s.low_stock_threshold" + FROM
                        + " ORDER BY sellable, p.product_id LIMIT ? OFFSET ?")
                .params(page.getPageSize(), page.getOffset())
                .query(LOW_PRODUCT)
                .list();
        return new PageImpl<>(products, page, total);
    }
}
