package ecommerce.system.browser.state;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Runs a real Alertmanager with the shop's start script, which tells nobody here. */
final class Alertmanager implements AutoCloseable {

    static final String URL = "http://localhost:19193";

    private static final Path SCRIPT = Path.of("..", "infra", "monitoring", "alertmanager", "start");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final RestClient http = RestClient.create(URL);

    private Alertmanager(Process process) {
        this.process = process;
    }

    /** Returns the program, if it is on the path. Debian calls it otherwise than Prometheus does. */
    static Optional<Path> program() {
        return Stream.of("prometheus-alertmanager", "alertmanager")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Alertmanager start(Path program, Path folder) {
        var builder = new ProcessBuilder(
                SCRIPT.toString(), "--storage.path=" + folder, "--web.listen-address=" + URL.replace("http://", ""));
        builder.environment()
                .putAll(Map.of(
                        "ALERTMANAGER", program.toString(),
                        "ALERTMANAGER_CONFIG",
                                folder.resolve("alertmanager.yml").toString()));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        try {
            var alertmanager = new Alertmanager(builder.start());
            await().atMost(PATIENCE).ignoreExceptions().until(alertmanager::isReady);
            return alertmanager;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        return http.get()
                .uri("/-/ready")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful();
    }

    /** Lets an alert fire for minutes, as Prometheus does. */
    void fire(Map<String, String> labels, Map<String, String> annotations) {
        post("/api/v2/alerts", List.of(Map.of("labels", labels, "annotations", annotations)));
    }

    /** Silences all alerts of this name. */
    void silence(String name) {
        var matcher = Map.of("name", "alertname", "value", name, "isRegex", false, "isEqual", true);
        var now = Instant.now();
        post(
                "/api/v2/silences",
                Map.of(
                        "matchers",
                        List.of(matcher),
                        "startsAt",
                        now,
                        "endsAt",
                        now.plus(Duration.ofHours(1)),
                        "createdBy",
                        "test",
                        "comment",
                        "test"));
    }

    private void post(String path, Object body) {
        http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
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
