package ecommerce.system.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Runs a real Prometheus with the shop's configuration, but with the registry of this machine and a shorter scrape
 * interval.
 */
final class Prometheus implements AutoCloseable {

    private static final int PORT = 19_190;
    private static final Path SHIPPED = Path.of("..", "infra", "monitoring");

    private final Process process;
    private final RestClient http = RestClient.create("http://localhost:" + PORT);

    private Prometheus(Process process) {
        this.process = process;
    }

    /** Returns the program, if it is on the path. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Prometheus start(Path program, URI registry, Path folder) {
        try {
            Files.createDirectories(folder.resolve("alerts"));
            var settings = Files.readString(SHIPPED.resolve("prometheus/prometheus.yml"))
                    .replace("http://service-discovery:8761", registry.toString())
                    .replace("15s", "5s")
                    .replace("localhost:9090", "localhost:" + PORT);
            Files.writeString(folder.resolve("prometheus.yml"), settings);
            try (var rules = Files.newDirectoryStream(SHIPPED.resolve("alerts"), "*.rules.yml")) {
                for (var rule : rules) {
                    Files.writeString(folder.resolve("alerts").resolve(rule.getFileName()), Files.readString(rule));
                }
            }
            return new Prometheus(new ProcessBuilder(
                            program.toString(),
                            "--config.file=" + folder.resolve("prometheus.yml"),
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + PORT)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the current samples of an expression. Throws an exception if Prometheus refuses the expression. */
    JsonNode query(String expression) {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
    }

    /** Returns all recording and alert rules. */
    Stream<JsonNode> rules() {
        return get("/api/v1/rules")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    private JsonNode get(String path) {
        return http.get()
                .uri(URI.create("http://localhost:" + PORT + path))
                .retrieve()
                .body(JsonNode.class)
                .path("data");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
