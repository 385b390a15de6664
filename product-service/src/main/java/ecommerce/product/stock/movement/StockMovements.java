package ecommerce.product.stock.movement;

import ecommerce.defaults.idempotency.IdempotentRequests.Created;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.SortFields;
import ecommerce.product.stock.StockAdjustments;
import ecommerce.product.stock.StockAdjustments.Movement;
import ecommerce.product.stock.StockQueries;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger and enters the movements of staff. */
@Service
@Transactional
class StockMovements {

    private static final SortFields UNSORTED = new SortFields("movement_id", Map.of());

    private final StockAdjustments stock;
    private final StockQueries levels;
    private final JdbcClient jdbc;

    StockMovements(StockAdjustments stock, StockQueries levels, JdbcClient jdbc) {
        this.stock = stock;
        this.levels = levels;
        this.jdbc = jdbc;
    }

    /**
     * Enters a movement. Fails with 400 if the sign doesn't fit the reason, and with 409 if too few pieces are
     * sellable.
     */
    Created<MovementResponse> enter(long productId, MovementRequest request, String by) {
        if (request.quantity() == 0) {
            throw Problem.invalid("quantity", "must not be 0");
        }
        if (!request.reason().allows(request.quantity())) {
            throw Problem.invalid("quantity", request.reason().allowed());
        }
        var locked = stock.lock(productId).orElseThrow(() -> Problem.notFound("product", productId));
        var reason = request.reason().toStockReason();
        var id = stock.move(locked, new Movement(productId, request.quantity(), reason, request.note(), by));
        return new Created<>("/api/products/%d/stock/movements/%d".formatted(productId, id), find(productId, id));
    }

    @Transactional(readOnly = true)
    MovementResponse find(long productId, long movementId) {
        return jdbc.sql("SELECT * FROM stock_movement WHERE product_id = ? AND movement_id = ?")
                .params(productId, movementId)
                .query(MovementResponse::of)
                .optional()
                .orElseThrow(() -> Problem.notFound("movement", movementId));
    }

    /** Finds the movements of a product, newest first. */
    @Transactional(readOnly = true)
    Page<MovementResponse> find(long productId, Pageable pageable) {
        levels.requireProduct(productId);
        return find("product_id = ?", productId, "DESC", pageable);
    }

    /** Finds the movements of all products of an order, oldest first. */
    @Transactional(readOnly = true)
    Page<MovementResponse> findOfOrder(long orderId, Pageable pageable) {
        return find("order_id = ?", orderId, "ASC", pageable);
    }

    private Page<MovementResponse> find(String condition, long id, String direction, Pageable pageable) {
        var page = UNSORTED.apply(pageable);
        long total = jdbc.sql("SELECT count(*) FROM stock_movement WHERE " + condition)
                .param(id)
                .query(Long.class)
                .single();
        var movements = jdbc.sql("SELECT * FROM stock_movement WHERE " + condition + " ORDER BY movement_id "
                        + direction + " LIMIT ? OFFSET ?")
                .params(id, page.getPageSize(), page.getOffset())
                .query(MovementResponse::of)
                .list();
        return new PageImpl<>(movements, page, total);
    }
}
