package ecommerce.product;

import ecommerce.defaults.test.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A separate schema at an earlier version, to be filled and then migrated. Closing drops it. */
public final class EarlierSchema implements AutoCloseable {

    private static final String NAME = "earlier_schema";

    private final Flyway flyway;
    private final Connection connection;

    private EarlierSchema(Flyway flyway, Connection connection) {
        this.flyway = flyway;
        this.connection = connection;
    }

    /** @param version the number of the last migration */
    public static EarlierSchema at(String version, Flyway flyway) throws SQLException {
        var connection = TestDatabase.administrator(TestDatabase.NAME).getConnection();
        connection.setSchema(NAME);
        var schema = new EarlierSchema(flyway, connection);
        schema.migrateTo(version);
        return schema;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    public void migrateToLatest() {
        migrateTo("latest");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(TestDatabase.administrator(TestDatabase.NAME))
                .createSchemas(true)
                .schemas(NAME)
                .defaultSchema(NAME)
                .target(version)
                .load()
                .migrate();
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA %s CASCADE".formatted(NAME));
        }
    }
}
