package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.batch.ImportBatch.Change;
import ecommerce.product.stock.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and changes the stock of a batch. Enters each change in the ledger. */
@Component
class StockRows {

    private static final String MISSING =
            "INSERT INTO stock (product_id) SELECT * FROM unnest(:ids::bigint[]) ON CONFLICT DO NOTHING";
    private static final String READ =
            "SELECT product_id, on_hand, reserved FROM stock WHERE product_id = ANY (:ids::bigint[])";
    private static final String OPEN = """
            WITH opened AS (
                INSERT INTO stock (product_id, on_hand, product_category_id, product_hidden)
                SELECT product_id, on_hand, category_id, hidden
                  FROM unnest(:ids::bigint[], :quantities::integer[]) AS w (product_id, on_hand)
                  JOIN product USING (product_id)
                RETURNING product_id, on_hand)
            INSERT INTO stock_movement (product_id, delta, reason, moved_by)
            SELECT product_id, on_hand, 'IMPORTED', :by FROM opened WHERE on_hand <> 0
            """;
    private static final String MOVE = """
            WITH moved AS (
                INSERT INTO stock_movement (product_id, delta, reason, moved_by)
                SELECT product_id, delta, 'IMPORTED', :by
                  FROM unnest(:ids::bigint[], :deltas::integer[]) AS w (product_id, delta)
                RETURNING product_id, delta)
            UPDATE stock s SET on_hand = on_hand + delta FROM moved WHERE s.product_id = moved.product_id
            """;

    private final JdbcClient jdbc;

    StockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks and returns the stock of products, in ascending order of their ids. */
    Map<Long, Stock> lock(List<Long> productIds) {
        if (!productIds.isEmpty()) {
            jdbc.sql(MISSING).param("ids", productIds.toArray(Long[]::new)).update();
        }
        return query(READ + " ORDER BY product_id FOR UPDATE", productIds);
    }

    Map<Long, Stock> read(List<Long> productIds) {
        return query(READ, productIds);
    }

    private Map<Long, Stock> query(String sql, List<Long> productIds) {
        Map<Long, Stock> levels = new HashMap<>();
        if (!productIds.isEmpty()) {
            jdbc.sql(sql)
                    .param("ids", productIds.toArray(Long[]::new))
                    .query(Stock.class)
                    .list()
                    .forEach(stock -> levels.put(stock.productId(), stock));
        }
        return levels;
    }

    /** Stores the opening stock of new products. */
    void open(Map<Long, Integer> quantities, String by) {
        if (!quantities.isEmpty()) {
            jdbc.sql(OPEN)
                    .param("ids", quantities.keySet().toArray(Long[]::new))
                    .param("quantities", quantities.values().toArray(Integer[]::new))
                    .param("by", by)
                    .update();
        }
    }

    /** Changes stock that {@link #lock} has locked. */
    void move(List<Change> changes, String by) {
        if (!changes.isEmpty()) {
            jdbc.sql(MOVE)
                    .param("ids", changes.stream().map(Change::productId).toArray(Long[]::new))
                    .param("deltas", changes.stream().map(Change::stockDelta).toArray(Integer[]::new))
                    .param("by", by)
                    .update();
        }
    }
}
