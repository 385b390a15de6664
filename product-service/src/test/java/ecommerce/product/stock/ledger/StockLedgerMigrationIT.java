package ecommerce.product.stock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.product.EarlierSchema;
import ecommerce.product.ProductServiceTest;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductServiceTest
class StockLedgerMigrationIT {

    @Autowired
    Flyway flyway;

    /** Data of the first version: two pieces are reserved, one is sold, one was released. */
    private static final String SHOP = """
            INSERT INTO category (category_id, category_title) VALUES (1, 'Light');
            INSERT INTO product (product_id, product_title, sku, price_unit, category_id) VALUES (1, 'Lamp', 'L', 1, 1);
            INSERT INTO stock (product_id, on_hand, reserved) VALUES (1, 9, 2);
            INSERT INTO reservation (order_id, status, expires_at) VALUES
                (1, 'RESERVED', now()), (2, 'COMMITTED', now()), (3, 'RELEASED', now());
            INSERT INTO reservation_line VALUES (1, 1, 2), (2, 1, 1), (3, 1, 1);
            INSERT INTO stock_movement (product_id, delta, reason, order_id, moved_by) VALUES
                (1, 10, 'SET', NULL, 'admin'), (1, -1, 'SOLD', 2, 'order-service');
            """;

    @Test
    void entersExistingReservationsInTheLedger() throws SQLException {
        try (var schema = EarlierSchema.at("1", flyway)) {
            var jdbc = schema.jdbc();
            jdbc.sql(SHOP).update();

            schema.migrateToLatest();

            assertThat(jdbc.sql("SELECT sum(delta) AS on_hand, sum(reserved_delta) AS reserved FROM stock_movement")
                            .query()
                            .singleRow())
                    .isEqualTo(Map.of("on_hand", 9L, "reserved", 2L));
        }
    }
}
