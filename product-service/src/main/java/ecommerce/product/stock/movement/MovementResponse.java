package ecommerce.product.stock.movement;

import ecommerce.product.stock.StockReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger.
 *
 * @param productId the product; absent in an answer of the previous version that is repeated
 * @param delta pieces that entered the warehouse, or as a negative number left it
 * @param reservedDelta pieces that were reserved, or as a negative number are no longer reserved
 */
record MovementResponse(
        long movementId,
        @Nullable Long productId,
        Instant at,
        int delta,
        int reservedDelta,
        StockReason reason,
        @Nullable Long orderId,
        @Nullable String note,
        String by) {

    static MovementResponse of(ResultSet row, int rowNumber) throws SQLException {
        return new MovementResponse(
                row.getLong("movement_id"),
                row.getLong("product_id"),
                row.getTimestamp("moved_at").toInstant(),
                row.getInt("delta"),
                row.getInt("reserved_delta"),
                StockReason.valueOf(row.getString("reason")),
                row.getObject("order_id", Long.class),
                row.getString("note"),
                row.getString("moved_by"));
    }
}
