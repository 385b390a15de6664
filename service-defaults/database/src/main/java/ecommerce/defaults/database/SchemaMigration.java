package ecommerce.defaults.database;

import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Migrates the schema of a service with Flyway, as the schema's owner. The service itself only checks that nothing is
 * missing.
 *
 * <p>As a program it runs on the service's own class path, before the service starts: {@code java -cp application.jar
 * ecommerce.defaults.database.SchemaMigration}, with {@code DB_USERNAME} and {@code DB_PASSWORD} of the owner. It exits
 * with 1 if a migration fails or the password is weak.
 */
public final class SchemaMigration {

    private SchemaMigration() {}

    /** Runs the migration with the settings of the environment. */
    public static void main(String[] args) {
        OneOffJob.run(() -> {
            var environment = new JobEnvironment(System.getenv());
            var count = migrate(
                    SchemaMigration.class.getClassLoader(),
                    environment.url(),
                    environment.require("DB_USERNAME"),
                    environment.requireSecret("DB_PASSWORD"));
            return "%d migrations have run".formatted(count);
        });
    }

    /**
     * Applies the migrations that the schema doesn't have yet. Returns how many there were. A migration that isn't
     * transactional and failed or was interrupted runs again from its start, which such a migration must allow.
     *
     * @param service the service's classes and settings
     * @param url the JDBC URL of the database
     * @throws org.flywaydb.core.api.FlywayException if the database can't be reached or a migration fails
     */
    public static int migrate(ClassLoader service, String url, String owner, String password) {
        var settings = SchemaSettings.read(service);
        var flyway = Flyway.configure(service)
                .dataSource(url, owner, password)
                .connectRetries(30)
                .connectRetriesInterval(2)
                .defaultSchema(settings.schema())
                // The administrator makes it.
                .createSchemas(false)
                .locations(settings.locations().toArray(String[]::new))
                .outOfOrder(settings.outOfOrder())
                .placeholders(Map.of("role", settings.schema()))
                .configuration(
                        Map.of("flyway.postgresql.transactional.lock", Boolean.toString(settings.transactionalLock())))
                .load();
        if (Arrays.stream(flyway.info().all()).anyMatch(one -> one.getState().isFailed())) {
            flyway.repair();
        }
        return flyway.migrate().migrationsExecuted;
    }
}
