package ecommerce.product.stock.transfer;

import ecommerce.defaults.web.SortFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the stock of deleted products: pieces that were left at the deletion, and pieces that orders returned later.
 */
@Component
class StrandedStock {

    /**
     * A deleted product that has pieces.
     *
     * @param sellable pieces that aren't reserved and can be transferred
     * @param proposal the product that has the SKU now; absent if there is none
     */
    record StrandedProduct(
            long productId,
            String productTitle,
            String sku,
            Instant deletedAt,
            int onHand,
            int reserved,
            int sellable,
            @Nullable Proposal proposal) {}

    record Proposal(long productId, String productTitle) {}

    private static final SortFields UNSORTED = new SortFields("product_id", Map.of());
    private static final String FROM =
            " FROM product p JOIN stock s USING (product_id) WHERE p.deleted_at IS NOT NULL AND s.on_hand > 0";

    private final JdbcClient jdbc;

    StrandedStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Page<StrandedProduct> find(Pageable pageable) {
        var page = UNSORTED.apply(pageable);
        long total = jdbc.sql("SELECT count(*)" + FROM).query(Long.class).single();
        var products = jdbc.sql("""
                        SELECT deleted.*, successor.product_id AS successor_id, successor.product_title AS successor_title
                          FROM (SELECT p.product_id, p.product_title, p.sku, p.deleted_at, s.on_hand, s.reserved
                        """ + FROM + """
                                 ORDER BY p.product_id LIMIT ? OFFSET ?) deleted
                          LEFT JOIN product successor ON sku_key(successor.sku) = sku_key(deleted.sku) AND successor.deleted_at IS NULL
                         ORDER BY deleted.product_id
                        """)
                .params(page.getPageSize(), page.getOffset())
                .query(StrandedStock::toProduct)
                .list();
        return new PageImpl<>(products, page, total);
    }

    private static StrandedProduct toProduct(ResultSet row, int rowNumber) throws SQLException {
        var proposed = row.getObject("successor_id", Long.class);
        return new StrandedProduct(
                row.getLong("product_id"),
                row.getString("product_title"),
                row.getString("sku"),
                row.getTimestamp("deleted_at").toInstant(),
                row.getInt("on_hand"),
                row.getInt("reserved"),
                row.getInt("on_hand") - row.getInt("reserved"),
                proposed == null ? null : new Proposal(proposed, row.getString("successor_title")));
    }
}
