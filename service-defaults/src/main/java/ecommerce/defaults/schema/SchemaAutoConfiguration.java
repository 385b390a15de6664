package ecommerce.defaults.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes Flyway check the schema at the start instead of migrating it. The service's login can read the history of the
 * migrations, and nothing more.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({Flyway.class, FlywayMigrationStrategy.class})
class SchemaAutoConfiguration {

    /** The scripts in {@code db/after-migration} that create relations, by relation. */
    private static final Map<String, String> CALLBACKS = Map.of("audit_entry", "afterMigrate__audit_entry.sql");

    @Bean
    FlywayMigrationStrategy schemaCheck() {
        return SchemaAutoConfiguration::requireAllMigrations;
    }

    private static void requireAllMigrations(Flyway flyway) {
        var missing = new ArrayList<String>();
        Arrays.stream(flyway.info().pending()).map(MigrationInfo::getScript).forEach(missing::add);
        missing.addAll(missingCallbacks(flyway));
        if (!missing.isEmpty()) {
            throw new OutdatedSchemaException(flyway.getConfiguration().getDefaultSchema(), missing);
        }
    }

    /** Returns the callbacks whose relation doesn't exist. They aren't in the history of the migrations. */
    private static List<String> missingCallbacks(Flyway flyway) {
        var database = JdbcClient.create(flyway.getConfiguration().getDataSource());
        return CALLBACKS.entrySet().stream()
                .filter(callback -> database.sql("SELECT to_regclass(quote_ident(?) || '.' || ?) IS NULL")
                        .params(flyway.getConfiguration().getDefaultSchema(), callback.getKey())
                        .query(Boolean.class)
                        .single())
                .map(Map.Entry::getValue)
                .toList();
    }
}
