package ecommerce.defaults.schema;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Makes Flyway check the schema at the start instead of migrating it. The service's login can read the history of the
 * migrations, and nothing more.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({Flyway.class, FlywayMigrationStrategy.class})
class SchemaAutoConfiguration {

    @Bean
    FlywayMigrationStrategy schemaCheck() {
        return SchemaAutoConfiguration::requireAllMigrations;
    }

    private static void requireAllMigrations(Flyway flyway) {
        var missing = Arrays.stream(flyway.info().pending())
                .map(MigrationInfo::getScript)
                .toList();
        if (!missing.isEmpty()) {
            throw new OutdatedSchemaException(flyway.getConfiguration().getDefaultSchema(), missing);
        }
    }
}
