package ecommerce.system.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every PromQL expression that the shop ships. */
final class Expressions {

    private static final Path DASHBOARDS = Path.of("..", "infra", "monitoring", "grafana", "dashboards");

    private Expressions() {}

    record Shipped(String where, String expression) {

        @Override
        public String toString() {
            return where + ": " + expression;
        }
    }

    /** Those of the dashboards, for order-service where one is to be chosen. */
    static List<Shipped> ofDashboards() {
        try (var files = Files.newDirectoryStream(DASHBOARDS, "*.json")) {
            return StreamSupport.stream(files.spliterator(), false)
                    .sorted()
                    .flatMap(Expressions::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Shipped> of(Path dashboard) {
        return JsonMapper.shared()
                .readTree(dashboard)
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets")
                        .valueStream()
                        .map(target -> new Shipped(
                                dashboard.getFileName() + ", "
                                        + panel.path("title").asString(),
                                target.path("expr")
                                        .asString()
                                        .replace("$service", "order-service")
                                        .replace("$__rate_interval", "30s"))));
    }

    /** A rule's, so that it answers whether or not it holds: each comparison as 0 or 1, each side of an exception alone. */
    static Stream<Shipped> of(JsonNode rule) {
        return Arrays.stream(rule.path("query").asString().split(" unless "))
                .map(part -> part.replaceAll(" (==|!=|<=|>=|<|>) ", " $1 bool "))
                .map(part -> new Shipped("rule " + rule.path("name").asString(), part));
    }
}
