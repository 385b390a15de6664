package ecommerce.product.stock.count;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.idempotency.IdempotentRequests.Created;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.SortFields;
import ecommerce.product.stock.Stock;
import ecommerce.product.stock.StockAdjustments;
import ecommerce.product.stock.StockAdjustments.Movement;
import ecommerce.product.stock.StockQueries;
import ecommerce.product.stock.StockReason;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores counts of the shelf, including those without a difference. */
@Service
@Transactional
class StockCounts {

    private static final RowMapper<CountResponse.Row> ROW = new SimplePropertyRowMapper<>(CountResponse.Row.class);

    private static final SortFields UNSORTED = new SortFields("count_id", Map.of());

    private final StockAdjustments stock;
    private final StockQueries levels;
    private final JdbcClient jdbc;
    private final Audit audit;

    StockCounts(StockAdjustments stock, StockQueries levels, JdbcClient jdbc, Audit audit) {
        this.stock = stock;
        this.levels = levels;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Stores a count and corrects the stock by its difference. Fails with 409 if it has fewer pieces than orders have
     * reserved.
     */
    Created<CountResponse> enter(long productId, CountRequest request, String by) {
        if (request.awaitingShipment() > request.counted()) {
            throw Problem.invalid(
                    "awaitingShipment",
                    "must not exceed counted, because pieces that await shipment are still on the shelf");
        }
        var locked = stock.lock(productId).orElseThrow(() -> Problem.notFound("product", productId));
        requireReserved(locked, request);
        var difference = request.onHand() - locked.onHand();
        if (difference != 0) {
            stock.move(locked, new Movement(productId, difference, StockReason.COUNTED, request.note(), by));
        }
        var id = insert(locked, request, by);
        audit.record(AuditEvent.of("stock.count", "product", productId)
                .with("countId", id)
                .with("counted", request.counted())
                .with("difference", difference));
        return new Created<>("/api/products/%d/stock/counts/%d".formatted(productId, id), find(productId, id));
    }

    private static void requireReserved(Stock locked, CountRequest request) {
        if (request.onHand() < locked.reserved()) {
            throw Problem.conflict(
                    "%d counted - %d awaiting shipment = %d on hand, but orders have reserved %d. Cancel orders first."
                            .formatted(
                                    request.counted(), request.awaitingShipment(), request.onHand(), locked.reserved()),
                    Map.of("onHand", locked.onHand(), "reserved", locked.reserved(), "sellable", locked.sellable()));
        }
    }

    private long insert(Stock before, CountRequest request, String by) {
        return jdbc.sql("""
                        INSERT INTO stock_count (product_id, counted, awaiting_shipment, on_hand_before, reserved, note, counted_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING count_id
                        """)
                .params(
                        before.productId(),
                        request.counted(),
                        request.awaitingShipment(),
                        before.onHand(),
                        before.reserved())
                .param(request.note())
                .param(by)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    CountResponse find(long productId, long countId) {
        return jdbc.sql("SELECT * FROM stock_count WHERE product_id = ? AND count_id = ?")
                .params(productId, countId)
                .query(CountResponse.Row.class)
                .optional()
                .map(CountResponse::of)
                .orElseThrow(() -> Problem.notFound("count", countId));
    }

    /** Finds the counts of a product, newest first. */
    @Transactional(readOnly = true)
    Page<CountResponse> find(long productId, Pageable pageable) {
        levels.requireProduct(productId);
        var page = UNSORTED.apply(pageable);
        long total = jdbc.sql("SELECT count(*) FROM stock_count WHERE product_id = ?")
                .param(productId)
                .query(Long.class)
                .single();
        var counts = jdbc.sql("SELECT * FROM stock_count WHERE product_id = ? ORDER BY count_id DESC LIMIT ? OFFSET ?")
                .params(productId, page.getPageSize(), page.getOffset())
                .query(ROW)
                .list();
        return new PageImpl<>(counts, page, total).map(CountResponse::of);
    }
}
