package ecommerce.order.cart.guest;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the pieces that each merge left out, so that a repeated request gets the same response. */
@Component
class LeftOutStore {

    private static final RowMapper<LeftOut> LEFT_OUT = new SimplePropertyRowMapper<>(LeftOut.class);

    private final JdbcClient jdbc;

    LeftOutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the pieces that were left out, in the transaction that merges the guest's cart. */
    void save(long cartId, List<LeftOut> leftOut) {
        leftOut.forEach(pieces -> jdbc.sql("""
                        INSERT INTO merge_left_out (cart_id, product_id, product_title, sku, quantity, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        cartId,
                        pieces.productId(),
                        pieces.productTitle(),
                        pieces.sku(),
                        pieces.quantity(),
                        pieces.reason().name())
                .update());
    }

    List<LeftOut> find(long cartId) {
        return jdbc.sql("""
                        SELECT product_id, product_title, sku, quantity, reason
                          FROM merge_left_out WHERE cart_id = ? ORDER BY product_id
                        """).param(cartId).query(LEFT_OUT).list();
    }
}
