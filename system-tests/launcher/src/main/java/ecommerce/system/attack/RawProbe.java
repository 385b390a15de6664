package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends requests that no HTTP client sends: paths that are spelt in other ways, overridden methods, duplicate and huge
 * headers. None may reach an internal path, the actuator or another customer, and none may be answered with 5xx.
 */
final class RawProbe {

    private static final List<String> CLOSED =
            List.of("/internal/products", "/internal/users/1/contact", "/actuator/env");
    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");
    private static final List<String> METHODS = List.of("TRACE", "TRACK", "PROPFIND", "FOO", "get");

    private final LocalStack stack;
    private final ShopClient gateway;
    private final AttackReport report;

    RawProbe(LocalStack stack, ShopClient gateway, AttackReport report) {
        this.stack = stack;
        this.gateway = gateway;
        this.report = report;
    }

    /** @param everywhere whether to try every service, instead of one beside the gateway */
    void run(boolean everywhere, String owner, String stranger, String staff) {
        var ownerId = userId(owner);
        var product = gateway.send("GET", "/api/products?size=1", "", null, Map.of())
                .body()
                .path("collection")
                .path(0)
                .path("productId")
                .asString("");
        doors(everywhere).forEach((name, door) -> {
            for (var path : CLOSED) {
                DirtyPaths.of(path).forEach(target -> tryClosed(name, door, target, stranger));
            }
            DirtyPaths.of("/api/users/" + ownerId)
                    .forEach(target ->
                            requireRefused(name, door, RawRequest.get(target).withToken(stranger)));
            METHODS.forEach(method -> requireRefused(
                    name, door, new RawRequest(method, "/api/products/" + product, List.of(), "").withToken(staff)));
            tryHeaders(name, door);
        });
        for (var service : List.of(ServiceDefinition.API_GATEWAY, ServiceDefinition.PRODUCT_SERVICE)) {
            tryOverrides(service, product, staff);
        }
        for (var service : List.of(ServiceDefinition.API_GATEWAY, ServiceDefinition.USER_SERVICE)) {
            tryTwoTokens(service, owner, stranger);
        }
    }

    private Map<String, URI> doors(boolean everywhere) {
        var services = everywhere ? ServiceDefinition.behindGateway() : List.of(ServiceDefinition.USER_SERVICE);
        var doors = new LinkedHashMap<String, URI>();
        doors.put("api-gateway", stack.uri(ServiceDefinition.API_GATEWAY));
        services.forEach(service -> doors.put(service.serviceName(), stack.uri(service)));
        return doors;
    }

    private void tryClosed(String name, URI door, String target, String stranger) {
        requireRefused(name, door, RawRequest.get(target));
        requireRefused(name, door, RawRequest.get(target).withToken(stranger));
        requireRefused(name, door, new RawRequest("POST", target, List.of("Content-Length: 0"), ""));
    }

    private void tryHeaders(String name, URI door) {
        var request = RawRequest.get("/api/products?size=1");
        requireRefused(name, door, request.with("Host: evil.example"));
        requireRefused(name, door, request.with("Content-Length: 1").with("Content-Length: 2"));
        requireRefused(name, door, request.with("Content-Length: -1"));
        requireRefused(name, door, request.with("X-Huge: " + "x".repeat(70_000)));
        requireRefused(name, door, request.with("Cookie: shop_session=" + "x".repeat(70_000)));
        requireRefused(name, door, RawRequest.get("/api/products?q=" + "x".repeat(70_000)));
        requireRefused(
                name,
                door,
                new RawRequest(
                        "POST",
                        "/internal/products",
                        List.of("Content-Length: 5", "Transfer-Encoding: chunked"),
                        "0\r\n\r\nGET /actuator/env HTTP/1.1\r\nHost: x\r\n\r\n"));
        // Just below the limit at the gateway, which adds headers of its own.
        for (var length = 7_000; length <= 8_400; length += 100) {
            requireAnswer(name, door, request.with("X-Long: " + "x".repeat(length)));
        }
        requireAnswer(name, door, request.with("X-Forwarded-For: " + "1.2.3.4, ".repeat(500) + "nonsense"));
        requireAnswer(name, door, request.with("traceparent: nonsense").with("baggage: " + "=,;".repeat(100)));
        requireAnswer(name, door, request.with("Accept: nonsense").with("Range: bytes=9-1"));
    }

    /** Staff may delete a product, so an override that works deletes it. */
    private void tryOverrides(ServiceDefinition service, String product, String staff) {
        var door = stack.uri(service);
        var path = "/api/products/" + product;
        for (var header : OVERRIDES) {
            requireAnswer(
                    service.serviceName(),
                    door,
                    RawRequest.get(path).with(header + ": DELETE").withToken(staff));
        }
        var form = new RawRequest(
                "POST",
                path + "?_method=DELETE",
                List.of("Content-Type: application/x-www-form-urlencoded", "Content-Length: 14"),
                "_method=DELETE");
        requireRefused(service.serviceName(), door, form.withToken(staff));
        if (!gateway.send("GET", path, "", null, Map.of()).is(200)) {
            report.find("%s lets a request override its method".formatted(service));
        }
    }

    /** Of two tokens, each service must take the first or none. Otherwise a proxy could judge another than the service. */
    private void tryTwoTokens(ServiceDefinition service, String owner, String stranger) {
        for (var tokens : List.of(List.of(stranger, owner), List.of(owner, stranger))) {
            var request =
                    RawRequest.get("/api/users/me").withToken(tokens.getFirst()).withToken(tokens.getLast());
            var answer = requireAnswer(service.serviceName(), stack.uri(service), request);
            if (!answer.isRefusal()
                    && !answer.content().contains("\"userId\":%s,".formatted(userId(tokens.getFirst())))) {
                report.find("%s takes the second of two tokens".formatted(service));
            }
        }
    }

    private String userId(String token) {
        return gateway.send("GET", "/api/users/me", token, null, Map.of()).text("userId");
    }

    /** The service may also close the connection without an answer. */
    private void requireRefused(String name, URI door, RawRequest request) {
        var answer = requireNoFailure(name, door, request);
        if (!answer.isRefusal() && answer.status() < 500) {
            report.find("%s %s of %s: %d".formatted(request.method(), shown(request), name, answer.status()));
        }
    }

    private RawRequest.RawAnswer requireAnswer(String name, URI door, RawRequest request) {
        var answer = requireNoFailure(name, door, request);
        if (answer.status() == 0) {
            report.find("%s %s of %s gets no answer".formatted(request.method(), shown(request), name));
        }
        return answer;
    }

    private RawRequest.RawAnswer requireNoFailure(String name, URI door, RawRequest request) {
        report.count();
        var answer = request.send(door);
        if (answer.status() >= 500) {
            report.find("%s %s of %s: %d".formatted(request.method(), shown(request), name, answer.status()));
        }
        if (answer.content().contains("\tat ") || answer.content().startsWith("<")) {
            report.find("%s %s of %s shows a stack trace or HTML".formatted(request.method(), shown(request), name));
        }
        return answer;
    }

    private static String shown(RawRequest request) {
        var text = request.target() + " " + request.headers();
        return text.length() <= 150 ? text : text.substring(0, 150) + "…";
    }
}
