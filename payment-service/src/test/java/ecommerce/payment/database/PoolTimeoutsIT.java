package ecommerce.payment.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ecommerce.payment.PaymentServiceTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Verifies the timeouts of the connection pool that all services share. */
class PoolTimeoutsIT extends PaymentServiceTest {

    @Autowired
    private DataSource dataSource;

    @ParameterizedTest
    @CsvSource({"statement_timeout, 20s", "lock_timeout, 10s", "idle_in_transaction_session_timeout, 1min"})
    void limitsTheWaitsOfAConnection(String setting, String value) {
        assertThat(jdbc.sql("SHOW " + setting).query(String.class).single()).isEqualTo(value);
    }

    @Test
    void waitsLongerForASilentHostThanForAStatement() {
        var properties = ((HikariDataSource) dataSource).getDataSourceProperties();

        assertThat(properties.get("socketTimeout")).hasToString("25");
        assertThat(properties.get("connectTimeout")).hasToString("5");
        assertThat(properties.get("tcpKeepAlive")).hasToString("true");
    }

    @Test
    void endsAStatementWhoseHostHasVanished() throws IOException, SQLException {
        try (var link = new SilentLink(endpoint());
                var pool = new HikariDataSource(configThrough(link))) {
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
                link.fallSilent();

                var before = System.nanoTime();
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("SELECT 1"))
                        .satisfies(e -> assertThat(e.getSQLState()).startsWith("08"));
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    /**
     * Returns the service's own configuration for a connection through the link, with shorter timeouts than in a real
     * shop.
     */
    private HikariConfig configThrough(SilentLink link) {
        var real = (HikariDataSource) dataSource;
        var config = new HikariConfig();
        config.setJdbcUrl(real.getJdbcUrl().replace(endpoint(), link.endpoint()));
        config.setUsername(real.getUsername());
        config.setPassword(real.getPassword());
        config.setConnectionInitSql(real.getConnectionInitSql());
        config.setDataSourceProperties(real.getDataSourceProperties());
        config.addDataSourceProperty("socketTimeout", "1");
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        return config;
    }

    private String endpoint() {
        return ((HikariDataSource) dataSource).getJdbcUrl().replaceAll("jdbc:postgresql://([^/]+)/.*", "$1");
    }
}
