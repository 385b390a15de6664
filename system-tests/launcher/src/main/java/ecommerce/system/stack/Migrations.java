package ecommerce.system.stack;

import ecommerce.defaults.database.SchemaLogins;
import ecommerce.defaults.database.SchemaMigration;
import ecommerce.system.application.Applications;
import ecommerce.system.application.LocalLogins;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the schemas of the services, each before the first start of its service. The launcher does it in its own
 * process, because a job for each service would load the same classes once more.
 */
final class Migrations {

    private final Applications applications;
    private final EmbeddedDatabase database;
    private final Set<ServiceDefinition> done = ConcurrentHashMap.newKeySet();

    Migrations(Applications applications, EmbeddedDatabase database) {
        this.applications = applications;
        this.database = database;
    }

    /**
     * Returns the command that runs a service. The first call applies the service's missing migrations.
     *
     * @throws LauncherException if a migration fails
     */
    List<String> command(ServiceDefinition service) {
        service.schema().filter(schema -> done.add(service)).ifPresent(schema -> migrate(service, schema));
        return applications.command(service);
    }

    private void migrate(ServiceDefinition service, String schema) {
        var owner = SchemaLogins.owner(schema);
        var password = LocalLogins.of(schema).ownerPassword();
        var jars = applications.unpacked(service).ownJars().stream()
                .map(Migrations::url)
                .toArray(URL[]::new);
        try (var classes = new URLClassLoader(jars, getClass().getClassLoader())) {
            SchemaMigration.migrate(classes, database.address(), owner, password);
        } catch (IOException | FlywayException | IllegalStateException e) {
            done.remove(service);
            throw new LauncherException("The schema of %s can't be migrated: %s".formatted(service, e.getMessage()), e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
