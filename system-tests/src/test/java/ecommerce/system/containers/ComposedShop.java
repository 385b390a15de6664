package ecommerce.system.containers;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs the shop of docker-compose.yml with images built from this checkout, under its own project name and on its own
 * ports. Starts Grafana, Alertmanager and the trace store only if their images are already on the machine.
 */
public final class ComposedShop implements AutoCloseable {

    private static final String PROJECT = "shop-test";
    private static final int GATEWAY_PORT = 18_080;
    static final int PROMETHEUS_PORT = 19_090;

    private static final List<String> ALWAYS = List.of("api-gateway", "prometheus");
    private static final List<String> WHERE_THERE_ARE_IMAGES = List.of("grafana", "tempo", "alertmanager");

    private final Docker docker;
    private final Path environment;
    private final Path root;

    private ComposedShop(Path root) {
        this.root = root;
        this.environment = Path.of("target", "compose.env").toAbsolutePath();
        this.docker = new Docker(root);
    }

    /** Builds and starts the shop, and waits until all health checks succeed. */
    public static ComposedShop start(Path root) {
        var shop = new ComposedShop(root);
        try {
            shop.writeEnvironment();
            shop.compose("down", "--volumes");
            shop.build();
            var services = new ArrayList<>(List.of("up", "--detach"));
            services.addAll(ALWAYS);
            WHERE_THERE_ARE_IMAGES.stream().filter(shop::hasImage).forEach(services::add);
            shop.compose(services.toArray(String[]::new));
            shop.docker.awaitHealthy(shop.containers(), Duration.ofMinutes(8));
            return shop;
        } catch (RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    /**
     * Builds all jars with the first image, and the other images in parallel. The old docker-compose command needs an
     * option for this.
     */
    private void build() {
        compose("build", "service-discovery");
        compose(docker.hasComposePlugin() ? new String[] {"build"} : new String[] {"build", "--parallel"});
    }

    public URI gateway() {
        return URI.create("http://localhost:" + GATEWAY_PORT);
    }

    Docker docker() {
        return docker;
    }

    /** Returns the ids of all containers. */
    List<String> containers() {
        return docker.run(
                        "docker",
                        "ps",
                        "--quiet",
                        "--no-trunc",
                        "--filter",
                        "label=com.docker.compose.project=" + PROJECT)
                .lines()
                .toList();
    }

    /** Returns the id of a service's container. */
    String container(String service) {
        return docker.run(
                        "docker",
                        "ps",
                        "--quiet",
                        "--no-trunc",
                        "--filter",
                        "label=com.docker.compose.project=" + PROJECT,
                        "--filter",
                        "label=com.docker.compose.service=" + service)
                .strip();
    }

    String compose(String... arguments) {
        var command = Stream.of(
                        docker.composeCommand().stream(),
                        Stream.of("--project-name", PROJECT, "--env-file", environment.toString()),
                        Arrays.stream(arguments))
                .flatMap(parts -> parts);
        return docker.run(command.toArray(String[]::new));
    }

    private boolean hasImage(String service) {
        var file = root.resolve("docker-compose.yml");
        try (var lines = Files.lines(file)) {
            var image = lines.map(String::strip)
                    .filter(line -> line.startsWith("image: ") && line.contains("/" + service + ":"))
                    .map(line -> line.substring("image: ".length()))
                    .findFirst()
                    .orElseThrow();
            return !docker.run("docker", "images", "--quiet", image).isBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeEnvironment() {
        var lines = Stream.concat(
                Stream.of(
                        "GATEWAY_PORT=" + GATEWAY_PORT,
                        "PROMETHEUS_PORT=" + PROMETHEUS_PORT,
                        "EUREKA_PORT=18761",
                        "GRAFANA_PORT=13000",
                        // The default belongs to a shop that runs on this machine already.
                        "SHOP_NETWORK=172.30.0.0/16",
                        "TRACING_EXPORT=" + hasImage("tempo"),
                        "RATE_LIMITS=false",
                        "SHOP_VERSION=test"),
                Stream.of(
                                Stream.of("DB_PASSWORD", "GRAFANA_PASSWORD", "REGISTRY_PASSWORD", "CONFIG_PASSWORD"),
                                ServiceDefinition.all().stream().flatMap(service -> service.secrets().stream()),
                                databasePasswords())
                        .flatMap(names -> names)
                        .distinct()
                        .map(name -> name + "=" + secret(name)));
        try {
            Files.createDirectories(environment.getParent());
            Files.write(environment, lines.toList());
        } catch (IOException e) {
            throw new LauncherException("%s can't be written: %s".formatted(environment, e.getMessage()), e);
        }
    }

    /** Returns the value of a secret in these containers. */
    public static String secret(String name) {
        return "of-a-test-" + name.toLowerCase(Locale.ROOT);
    }

    private static Stream<String> databasePasswords() {
        return ServiceDefinition.all().stream()
                .flatMap(service -> service.schema().stream())
                .map(schema -> schema.toUpperCase(Locale.ROOT))
                .flatMap(name -> Stream.of(name + "_DB_PASSWORD", name + "_DB_OWNER_PASSWORD"));
    }

    @Override
    public void close() {
        System.out.println(compose("logs", "--no-color", "--tail", "20"));
        // Skips the drain, because no client sends requests any more.
        compose("kill");
        compose("down", "--volumes");
    }
}
