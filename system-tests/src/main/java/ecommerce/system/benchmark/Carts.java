package ecommerce.system.benchmark;

import ecommerce.system.client.ShopDatabase;
import java.sql.SQLException;

/** Carts filled in the database itself, so that checkouts alone are measured. */
final class Carts implements AutoCloseable {

    private static final String FILL =
            """
            WITH c AS (
                INSERT INTO order_service.cart (user_id, status, created_at, changed_at, version)
                VALUES (?, 'OPEN', now(), now(), 0) RETURNING cart_id)
            INSERT INTO order_service.cart_item (cart_id, product_id, ordered_quantity, product_title, sku, price_unit)
            SELECT cart_id, product_id, 1, product_title, sku, price_unit FROM c, product_service.product
             WHERE product_id IN (?, ?)
            """;

    private final ShopDatabase database;

    Carts(String databaseUrl) {
        database = new ShopDatabase(databaseUrl);
    }

    /** An open cart with one piece of each of the two products. */
    void fill(long userId, long oneProduct, long otherProduct) {
        try (var statement = database.connection().prepareStatement(FILL)) {
            statement.setLong(1, userId);
            statement.setLong(2, oneProduct);
            statement.setLong(3, otherProduct);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
