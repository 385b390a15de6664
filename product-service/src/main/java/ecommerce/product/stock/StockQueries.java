package ecommerce.product.stock;

import ecommerce.defaults.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock as staff see it. */
@Service
@Transactional(readOnly = true)
class StockQueries {

    /**
     * The pieces of a product.
     *
     * @param onHand in the warehouse
     * @param reserved of those, promised to orders
     * @param sellable of those, promised to nobody
     * @param sold handed out and not returned
     */
    record StockLevel(long productId, long onHand, long reserved, long sellable, long sold) {}

    /**
     * One row of the ledger.
     *
     * @param delta pieces that came into the warehouse, or left it
     * @param reservedDelta pieces that were promised, or are no more
     */
    record Movement(
            long movementId,
            Instant at,
            int delta,
            int reservedDelta,
            StockReason reason,
            @Nullable Long orderId,
            String by) {}

    private final JdbcClient jdbc;

    StockQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StockLevel find(long productId) {
        return jdbc.sql(
                        """
                        SELECT product_id, on_hand, reserved, on_hand - reserved AS sellable,
                               (SELECT coalesce(-sum(delta), 0) FROM stock_movement m
                                 WHERE m.product_id = s.product_id AND reason IN ('SOLD', 'RETURNED')) AS sold
                          FROM stock s WHERE product_id = ?
                        """)
                .param(productId)
                .query(StockLevel.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("product", productId));
    }

    Page<Movement> findMovements(long productId, Pageable pageable) {
        find(productId);
        if (pageable.getOffset() > Integer.MAX_VALUE) {
            throw Problem.invalid("page", "is beyond what can be counted");
        }
        long total = jdbc.sql("SELECT count(*) FROM stock_movement WHERE product_id = ?")
                .param(productId)
                .query(Long.class)
                .single();
        var movements = jdbc.sql("SELECT * FROM stock_movement WHERE product_id = ?"
                        + " ORDER BY movement_id DESC LIMIT ? OFFSET ?")
                .params(productId, pageable.getPageSize(), pageable.getOffset())
                .query(StockQueries::toMovement)
                .list();
        return new PageImpl<>(movements, pageable, total);
    }

    private static Movement toMovement(ResultSet row, int rowNumber) throws SQLException {
        return new Movement(
                row.getLong("movement_id"),
                row.getTimestamp("moved_at").toInstant(),
                row.getInt("delta"),
                row.getInt("reserved_delta"),
                StockReason.valueOf(row.getString("reason")),
                row.getObject("order_id", Long.class),
                row.getString("moved_by"));
    }
}
