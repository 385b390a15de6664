package ecommerce.system.client;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection to a shop's database. */
public final class ShopDatabase implements AutoCloseable {

    private final Connection connection;

    public ShopDatabase(String url) {
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("Can't connect to the database: " + e.getMessage(), e);
        }
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
