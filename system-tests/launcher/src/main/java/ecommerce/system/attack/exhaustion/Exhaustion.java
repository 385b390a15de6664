package ecommerce.system.attack.exhaustion;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.AtOnce;
import ecommerce.system.stack.LocalStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sends bodies that are huge, nested or slow, straight to each service and through the gateway. The same process must
 * answer others meanwhile and afterwards. It ends if its memory of 256 or 512 MB isn't enough.
 */
public final class Exhaustion {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final long HUGE = 200L * 1024 * 1024;
    private static final int NESTED = 30_000;

    /** For each type of body. */
    private static final int SLOW_CONNECTIONS = 100;

    /** An endpoint with a body at each service. */
    private static final Map<String, String> PATHS = Map.of(
            "api-gateway", "/api/addresses",
            "user-service", "/api/addresses",
            "product-service", "/api/products",
            "order-service", "/api/orders",
            "payment-service", "/api/payments/webhooks",
            "shipping-service", "/api/shippings/1/split",
            "favourite-service", "/api/favourites",
            "proxy-client", "/app/api/authenticate",
            "service-discovery", "/eureka/apps/ATTACK",
            "cloud-config", "/encrypt");

    private final LocalStack stack;
    private final String token;
    private final List<String> findings = new ArrayList<>();

    /** @param token the token of a member of staff, whose bodies are read */
    public Exhaustion(LocalStack stack, String token) {
        this.stack = stack;
        this.token = token;
    }

    /** Attacks one service after the other. Returns what is wrong. */
    public List<String> run() {
        PATHS.forEach((name, path) -> {
            var service = ServiceDefinition.of(name);
            var before = processId(service);
            attack(service, path);
            expect(service, "the same process afterwards", processId(service) == before, "another one");
        });
        return List.copyOf(findings);
    }

    private void attack(ServiceDefinition service, String path) {
        var door = stack.uri(service);
        try (var request = new OpenEndedRequest(door, path, token, JSON, "Content-Length: " + HUGE)) {
            var status = request.status();
            expect(service, "a declared body of 200 MB is refused", status == 413, "status " + status);
        }
        try (var request = new OpenEndedRequest(door, path, token, JSON, "Transfer-Encoding: chunked")) {
            var sent = request.sendChunks(HUGE);
            expect(service, "less than 200 MB read of a chunked body", sent < HUGE, sent + " bytes");
            expectRefusal(service, "a chunked body of 200 MB", request);
        }
        var nested = "{\"other\":" + "[".repeat(NESTED);
        try (var request = new OpenEndedRequest(door, path, token, JSON, "Content-Length: " + nested.length())) {
            request.send(nested);
            expectRefusal(service, "nested JSON", request);
        }
        expectAnswer(service, door);
        sendSlowly(service, door, path);
        expectAnswer(service, door);
    }

    /** Keeps connections open whose bodies hardly go on. The service must answer others, and close them. */
    private void sendSlowly(ServiceDefinition service, URI door, String path) {
        var slow = Stream.of(JSON, FORM)
                .flatMap(type -> Stream.generate(
                                () -> new OpenEndedRequest(door, path, token, type, "Content-Length: 16000"))
                        .limit(SLOW_CONNECTIONS))
                .toList();
        try {
            slow.forEach(request -> request.send("{"));
            expectAnswer(service, door);
            var open = AtOnce.map(slow, OpenEndedRequest::isClosedWhileSending).stream()
                    .filter(closed -> !closed)
                    .count();
            expect(service, "connections with slow bodies are closed", open == 0, open + " stay open");
        } finally {
            slow.forEach(OpenEndedRequest::close);
        }
    }

    private void expectAnswer(ServiceDefinition service, URI door) {
        var answer = new ShopClient(door).send("GET", "/nowhere", "", null, Map.of());
        expect(service, "an answer to others", answer.is(401) || answer.is(404), answer.toString());
    }

    /** Some endpoints have another reason to refuse the request, which they may find before they read the body. */
    private void expectRefusal(ServiceDefinition service, String what, OpenEndedRequest request) {
        var status = request.status();
        var refused = status == OpenEndedRequest.CLOSED || (status >= 400 && status < 500);
        expect(service, what + " is refused", refused, "status " + status);
    }

    private void expect(ServiceDefinition service, String what, boolean holds, String instead) {
        if (!holds) {
            findings.add("%s: %s: %s".formatted(service.serviceName(), what, instead));
        }
    }

    private long processId(ServiceDefinition service) {
        return stack.service(service).process().map(ProcessHandle::pid).orElse(-1L);
    }
}
