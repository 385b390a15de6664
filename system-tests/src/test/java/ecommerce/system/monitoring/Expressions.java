package ecommerce.system.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the PromQL expressions of the shop's dashboards and rules. */
final class Expressions {

    private static final Path DASHBOARDS = Path.of("..", "infra", "monitoring", "grafana", "dashboards");

    private static final String UNLESS = " unless ";

    private Expressions() {}

    record Shipped(String where, String expression) {

        @Override
        public String toString() {
            return where + ": " + expression;
        }
    }

    /**
     * Returns the expressions of the dashboards. Selects order-service where a dashboard has a variable for the
     * service.
     */
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

    /**
     * Returns the expressions of a rule, changed so that they return a sample even if the rule doesn't fire:
     * comparisons return 0 or 1, and both sides of an {@code unless} outside of parentheses are separate expressions.
     */
    static Stream<Shipped> of(JsonNode rule) {
        return sidesOfUnless(rule.path("query").asString()).stream()
                .map(part -> part.replaceAll(" (==|!=|<=|>=|<|>) ", " $1 bool "))
                .map(part -> new Shipped("rule " + rule.path("name").asString(), part));
    }

    private static List<String> sidesOfUnless(String query) {
        var sides = new ArrayList<String>();
        var begin = 0;
        var depth = 0;
        for (var i = 0; i < query.length(); i++) {
            if (query.charAt(i) == '(') {
                depth++;
            } else if (query.charAt(i) == ')') {
                depth--;
            } else if (depth == 0 && query.startsWith(UNLESS, i)) {
                sides.add(query.substring(begin, i));
                begin = i + UNLESS.length();
            }
        }
        sides.add(query.substring(begin));
        return sides;
    }
}
