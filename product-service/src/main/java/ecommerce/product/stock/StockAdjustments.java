package ecommerce.product.stock;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves stock for staff and enters every change in the ledger. To prevent deadlocks, a transaction locks the stock of a
 * product before the product's row, and several products in ascending order of their ids.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StockAdjustments {

    /** The maximum stock of a product, in pieces. */
    public static final int MAXIMUM = 1_000_000_000;

    /**
     * A movement to enter in the ledger.
     *
     * @param delta pieces that enter the warehouse, or as a negative number leave it; not 0
     */
    public record Movement(
            long productId,
            int delta,
            StockReason reason,
            @Nullable String note,
            String by) {}

    private final JdbcClient jdbc;
    private final Audit audit;

    StockAdjustments(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Locks the stock of a product until the transaction ends. Also finds deleted products. Empty if there never was
     * such a product.
     */
    public Optional<Stock> lock(long productId) {
        jdbc.sql(
                        "INSERT INTO stock (product_id) SELECT product_id FROM product WHERE product_id = ? ON CONFLICT DO NOTHING")
                .param(productId)
                .update();
        return jdbc.sql("SELECT product_id, on_hand, reserved FROM stock WHERE product_id = ? FOR UPDATE")
                .param(productId)
                .query(Stock.class)
                .optional();
    }

    /** Sets the sellable pieces of a locked stock, and enters the difference in the ledger. */
    public void setSellable(Stock locked, int quantity, String by) {
        var delta = quantity - locked.sellable();
        if (delta != 0) {
            move(locked, new Movement(locked.productId(), delta, StockReason.SET, null, by));
        }
    }

    /**
     * Changes a locked stock and enters the movement in the ledger. Fails with 409 if the stock would be less than the
     * reserved pieces or more than {@link #MAXIMUM}.
     *
     * @return the movement's id
     */
    public long move(Stock locked, Movement movement) {
        var onHand = (long) locked.onHand() + movement.delta();
        if (onHand < locked.reserved()) {
            throw Problem.conflict(
                    "Product %d has only %d pieces that aren't reserved"
                            .formatted(locked.productId(), locked.sellable()),
                    Map.of("onHand", locked.onHand(), "reserved", locked.reserved(), "sellable", locked.sellable()));
        }
        if (onHand > MAXIMUM) {
            throw Problem.conflict("A product can have at most %d pieces".formatted(MAXIMUM));
        }
        jdbc.sql("UPDATE stock SET on_hand = ? WHERE product_id = ?")
                .params(onHand, movement.productId())
                .update();
        audit.record(AuditEvent.of("stock.move", "product", movement.productId())
                .with("delta", movement.delta())
                .with("reason", movement.reason())
                .with("note", movement.note())
                .withChange("onHand", locked.onHand(), (int) onHand));
        return jdbc.sql("""
                        INSERT INTO stock_movement (product_id, delta, reason, note, moved_by)
                        VALUES (?, ?, ?, ?, ?) RETURNING movement_id
                        """)
                .params(
                        movement.productId(),
                        movement.delta(),
                        movement.reason().name())
                .param(movement.note())
                .param(movement.by())
                .query(Long.class)
                .single();
    }
}
