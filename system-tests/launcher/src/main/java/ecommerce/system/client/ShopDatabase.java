package ecommerce.system.client;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One connection to a shop's database, as its administrator. */
public final class ShopDatabase implements AutoCloseable {

    private final Connection connection;

    public ShopDatabase(String url) {
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be asked: " + e.getMessage(), e);
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
