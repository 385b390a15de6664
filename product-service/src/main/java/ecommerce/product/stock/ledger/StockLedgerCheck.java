package ecommerce.product.stock.ledger;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the stock with its ledger and with the open reservations, page by page. Each page is one statement, so it
 * reads one snapshot.
 */
@Component
class StockLedgerCheck {

    private static final RowMapper<Line> LINE = new SimplePropertyRowMapper<>(Line.class);

    private static final Logger log = LoggerFactory.getLogger(StockLedgerCheck.class);
    private static final int PAGE = 500;

    /**
     * The stock of a product and the values to compare it with.
     *
     * @param ledgerOnHand the sum of the ledger's changes of pieces on hand
     * @param ledgerReserved the sum of the ledger's changes of reserved pieces
     * @param promised pieces in open reservations
     */
    record Line(long productId, long onHand, long reserved, long ledgerOnHand, long ledgerReserved, long promised) {

        boolean isRight() {
            return onHand == ledgerOnHand && reserved == ledgerReserved && reserved == promised;
        }
    }

    private final JdbcClient jdbc;

    StockLedgerCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compares all products. Logs each product whose stock is wrong, and stores the number of these products. */
    void run() {
        var mismatches = 0L;
        var last = Long.MIN_VALUE;
        List<Line> page;
        do {
            page = read(last);
            var wrong = page.stream().filter(line -> !line.isRight()).toList();
            wrong.forEach(
                    line -> log.error("The stock of product {} disagrees with its ledger: {}", line.productId(), line));
            mismatches += wrong.size();
            last = page.isEmpty() ? last : page.getLast().productId();
        } while (page.size() == PAGE);
        jdbc.sql("""
                        INSERT INTO stock_ledger_check (finished_at, mismatches) VALUES (now(), ?)
                        ON CONFLICT (only_row) DO UPDATE SET finished_at = excluded.finished_at, mismatches = excluded.mismatches
                        """).param(mismatches).update();
    }

    private List<Line> read(long afterProductId) {
        return jdbc.sql("""
                        WITH open AS MATERIALIZED (
                            SELECT l.product_id, sum(l.quantity) AS promised
                              FROM reservation r JOIN reservation_line l USING (order_id)
                             WHERE r.status = 'RESERVED' GROUP BY l.product_id)
                        SELECT s.product_id, s.on_hand, s.reserved, m.ledger_on_hand, m.ledger_reserved,
                               coalesce(open.promised, 0) AS promised
                          FROM stock s
                          LEFT JOIN open USING (product_id)
                         CROSS JOIN LATERAL (
                               SELECT coalesce(sum(delta), 0) AS ledger_on_hand,
                                      coalesce(sum(reserved_delta), 0) AS ledger_reserved
                                 FROM stock_movement WHERE product_id = s.product_id) m
                         WHERE s.product_id > ? ORDER BY s.product_id LIMIT ?
                        """).params(afterProductId, PAGE).query(LINE).list();
    }
}
