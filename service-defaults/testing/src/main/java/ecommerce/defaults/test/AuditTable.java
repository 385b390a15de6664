package ecommerce.defaults.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads {@code docs/audit.csv}, which lists the audit action of each endpoint with which staff may change something.
 */
final class AuditTable {

    private record Row(String service, String method, PathPattern path, String action) {

        static Row parse(String line) {
            var cells = line.split(",");
            return new Row(cells[0], cells[1], PathPatternParser.defaultInstance.parse(cells[2]), cells[3]);
        }

        boolean matches(String ofService, String ofMethod, String ofPath) {
            return service.equals(ofService)
                    && method.equals(ofMethod)
                    && path.matches(PathContainer.parsePath(ofPath));
        }
    }

    /** Stands for an action with which nobody, not even staff, changes what belongs to another user. */
    private static final String OWN_ONLY = "own-only";

    private static final List<Row> ROWS = read(Path.of("..", "docs", "audit.csv"));

    private AuditTable() {}

    /** Returns the action of the endpoint that serves this path, if staff's requests to it are audited. */
    static Optional<String> action(String service, String method, String path) {
        return ROWS.stream()
                .filter(row -> row.matches(service, method, path))
                .filter(row -> !row.action().equals(OWN_ONLY))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.path(), other.path()))
                .map(Row::action);
    }

    /**
     * Fails if a write for staff or signed-in users has no row, or a row has no endpoint.
     *
     * @param endpoints the port, method, path and access rule of the service's endpoints, separated by commas
     */
    static void requireComplete(String service, Set<String> endpoints) {
        var audited = ROWS.stream()
                .filter(row -> row.service().equals(service))
                .map(row -> String.join(",", "service", row.method(), row.path().getPatternString()))
                .toList();
        var writes = endpoints.stream()
                .filter(endpoint -> !endpoint.contains(",GET,"))
                .toList();
        assertThat(writes.stream()
                        .filter(endpoint -> endpoint.endsWith(",staff") || endpoint.endsWith(",signed-in"))
                        .map(AuditTable::withoutRule))
                .as("docs/audit.csv must name the action of each write that staff may send, or own-only")
                .isSubsetOf(audited);
        assertThat(audited)
                .as("docs/audit.csv must list only endpoints that exist")
                .isSubsetOf(writes.stream().map(AuditTable::withoutRule).toList());
    }

    private static String withoutRule(String endpoint) {
        return endpoint.substring(0, endpoint.lastIndexOf(','));
    }

    private static List<Row> read(Path table) {
        try (var lines = Files.lines(table)) {
            return lines.skip(1).map(Row::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
