package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint and its access rule: a row of {@code docs/access.csv}. docs/security.md says which status each rule means for
 * each caller.
 *
 * @param isManagement whether the actuator's port serves it
 * @param method {@code *} for any method
 * @param access {@code public}, {@code open}, {@code signed-in}, {@code staff}, {@code session}, {@code staff-session},
 *     {@code form}, {@code session-form}, {@code staff-form}, {@code scope} and the scope's name, {@code client}, {@code
 *     password} or {@code forwarded}
 */
public record Endpoint(ServiceDefinition service, boolean isManagement, String method, String path, String access) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String SCOPE = "scope ";

    /** Paths that the services serve with code of their own. */
    private static final Pattern OWN = Pattern.compile("/(api|app|internal)(/.*)?");

    /** Other paths of user-service that the gateway routes. */
    private static final Pattern AUTHORIZATION = Pattern.compile("/(oauth2|\\.well-known)/.*");

    /** Methods whose requests have a body. */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** Values that no resource has, in the form that each path variable requires. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "guestCartId", "00000000-0000-4000-8000-000000000000",
            "reference", "00000000-0000-4000-8000-000000000000",
            "signInId", "00000000-0000-4000-8000-000000000000",
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
        return new Endpoint(
                ServiceDefinition.of(cells[0]), cells[1].equals("management"), cells[2], cells[3], cells[4]);
    }

    /** Returns whether a library serves the endpoint, not code of the shop. */
    boolean isOfALibrary() {
        return isManagement || !OWN.matcher(path).matches();
    }

    /** Returns whether the gateway routes the path to this service, or must not, because it is internal. */
    boolean isBehindGateway() {
        return !isManagement
                && ServiceDefinition.behindGateway().contains(service)
                && (OWN.matcher(path).matches()
                        || (service.equals(ServiceDefinition.USER_SERVICE)
                                && AUTHORIZATION.matcher(path).matches()));
    }

    boolean isInternal() {
        return access.startsWith(SCOPE);
    }

    /** Returns the scope that opens an internal endpoint. */
    String scope() {
        return access.substring(SCOPE.length());
    }

    boolean hasVariables() {
        return VARIABLE.matcher(path).find();
    }

    /** Returns whether the path has no other variables than these. */
    boolean hasOnlyVariables(Set<String> variables) {
        return VARIABLE.matcher(path).results().allMatch(variable -> variables.contains(variable.group(1)));
    }

    /** Sends a request without content that the endpoint accepts: an empty object, or an empty file. */
    Answer send(ShopClient door, String requestPath, String token, Map<String, String> headers) {
        var sent = method.equals("*") ? "GET" : method;
        if (path.endsWith("/import")) {
            var csv = new HashMap<>(headers);
            csv.put("Content-Type", "text/csv");
            return door.send(sent, requestPath, token, null, csv);
        }
        @Nullable Object body = WITH_BODY.contains(sent) ? Map.of() : null;
        return door.send(sent, requestPath, token, body, headers);
    }

    /** Returns the path with the ids of resources that don't exist. */
    String unknownPath() {
        return path(Map.of());
    }

    /** Returns the path with these values of its variables, and for the others ids of resources that don't exist. */
    String path(Map<String, String> values) {
        return VARIABLE.matcher(path.replace("/**", "/unknown").replace("*", ""))
                .replaceAll(variable ->
                        values.getOrDefault(variable.group(1), UNKNOWN.getOrDefault(variable.group(1), "999999999")));
    }

    @Override
    public String toString() {
        return "%s %s of %s%s".formatted(method, path, service, isManagement ? "'s actuator" : "");
    }
}
