package ecommerce.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaSettingsTests {

    @TempDir
    private Path classes;

    @Test
    void readsTheImportsOfWhichTheLastHasPrecedence() throws IOException {
        write("application.yml", """
                spring:
                  config:
                    import: ["optional:configserver:http://localhost", "classpath:one.yml", "classpath:two.yml"]
                shop:
                  database:
                    role: order_service
                """);
        write("one.yml", "spring: { flyway: { locations: 'classpath:db/migration' } }");
        write(
                "two.yml",
                "spring: { flyway: { locations: 'classpath:db/migration, classpath:db/more', out-of-order: true,"
                        + " postgresql: { transactional-lock: false } } }");

        assertThat(read())
                .isEqualTo(new SchemaSettings(
                        "order_service", List.of("classpath:db/migration", "classpath:db/more"), true, false));
    }

    @Test
    void readsImportsThatAreOneText() throws IOException {
        write(
                "application.yml",
                "{ spring: { config: { import: 'classpath:one.yml,classpath:two.yml' } }, shop: { database: { role: a } } }");
        write("one.yml", "spring: { flyway: { locations: 'classpath:db/migration' } }");
        write("two.yml", "server: { port: 1 }");

        assertThat(read()).isEqualTo(new SchemaSettings("a", List.of("classpath:db/migration"), false, true));
    }

    @Test
    void refusesAServiceWithoutASchema() throws IOException {
        write("application.yml", "server: { port: 1 }");

        assertThatThrownBy(this::read).hasMessage("application.yml sets no shop.database.role");
    }

    private SchemaSettings read() throws IOException {
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return SchemaSettings.read(loader);
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(classes.resolve(name), content);
    }
}
