package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint and its access rule: a row of {@code docs/access.csv}.
 *
 * @param access {@code public}, {@code signed-in}, {@code staff}, or {@code scope} and the scope's name
 */
public record Endpoint(ServiceDefinition service, String method, String path, String access) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String SCOPE = "scope ";

    /** Methods whose requests have a body. */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** Values that no resource has, in the form that each path variable requires. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "guestCartId", "00000000-0000-4000-8000-000000000000",
            "reference", "00000000-0000-4000-8000-000000000000",
            "likeDate", "2026-01-01T00:00:00Z",
            "username", "nobody-of-this-name",
            "jwt", "nonsense");

    /** @param root the checkout's root */
    public static List<Endpoint> readAll(Path root) {
        try (var lines = Files.lines(root.resolve("docs").resolve("access.csv"))) {
            return lines.skip(1).map(line -> of(line.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint of(String[] cells) {
        return new Endpoint(ServiceDefinition.of(cells[0]), cells[1], cells[2], cells[3]);
    }

    boolean isPublic() {
        return access.equals("public");
    }

    boolean isStaffOnly() {
        return access.equals("staff");
    }

    boolean isInternal() {
        return access.startsWith(SCOPE);
    }

    /** Returns the scope that opens an internal endpoint. */
    String scope() {
        return access.substring(SCOPE.length());
    }

    /** Returns whether the path has one of these variables. */
    boolean names(Set<String> variables) {
        return VARIABLE.matcher(path).results().anyMatch(variable -> variables.contains(variable.group(1)));
    }

    /** Returns whether the path has at most that many other variables than these. */
    boolean names(Set<String> variables, int others) {
        return VARIABLE.matcher(path)
                        .results()
                        .filter(variable -> !variables.contains(variable.group(1)))
                        .count()
                <= others;
    }

    /** Sends a request without content that the endpoint accepts: an empty object, or an empty file. */
    Answer send(ShopClient door, String requestPath, String token, Map<String, String> headers) {
        if (path.endsWith("/import")) {
            return door.send(method, requestPath, token, null, Map.of("Content-Type", "text/csv"));
        }
        @Nullable Object body = WITH_BODY.contains(method) ? Map.of() : null;
        return door.send(method, requestPath, token, body, headers);
    }

    /** Returns the path with the ids of resources that don't exist. */
    String unknownPath() {
        return path(Map.of());
    }

    /** Returns the path with these values of its variables, and for the others ids of resources that don't exist. */
    String path(Map<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(variable ->
                        values.getOrDefault(variable.group(1), UNKNOWN.getOrDefault(variable.group(1), "999999999")));
    }

    @Override
    public String toString() {
        return "%s %s of %s".formatted(method, path, service);
    }
}
