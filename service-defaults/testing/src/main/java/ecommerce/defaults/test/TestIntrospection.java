package ecommerce.defaults.test;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Stubs user-service's introspection endpoint in tests that don't stub user-service themselves. Staff are active unless
 * a test sets another answer.
 */
public final class TestIntrospection implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What the endpoint answers about a member of staff. */
    public enum Answer {
        ACTIVE,
        WITHDRAWN,
        /** As the previous version answers about every access token. */
        UNKNOWN_TO_PREVIOUS_VERSION,
        UNAVAILABLE
    }

    private static final String ISSUER = "http://localhost:8080";
    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> QUESTIONS = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address = "http://localhost:" + SERVER.getAddress().getPort();
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("testIntrospection", Map.of("AUTH_URL", address)));
    }

    /** Sets the answer about a member of staff. */
    public static void answer(long userId, Answer answer) {
        ANSWERS.put(Long.toString(userId), answer);
    }

    /** Returns how often the endpoint was asked about a member of staff. */
    public static int questionsAbout(long userId) {
        return QUESTIONS
                .getOrDefault(Long.toString(userId), new AtomicInteger())
                .get();
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/introspect", TestIntrospection::handle);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var subject = subject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            QUESTIONS.computeIfAbsent(subject, unknown -> new AtomicInteger()).incrementAndGet();
            var isClient = exchange.getRequestHeaders().getFirst("Authorization") != null;
            switch (isClient ? ANSWERS.getOrDefault(subject, Answer.ACTIVE) : Answer.UNAVAILABLE) {
                case ACTIVE -> respond(exchange, 200, "{\"active\":true,\"iss\":\"%s\"}".formatted(ISSUER));
                case WITHDRAWN -> respond(exchange, 200, "{\"active\":false,\"iss\":\"%s\"}".formatted(ISSUER));
                case UNKNOWN_TO_PREVIOUS_VERSION -> respond(exchange, 200, "{\"active\":false}");
                case UNAVAILABLE -> respond(exchange, 503, "{}");
            }
        }
    }

    private static String subject(String form) {
        var token = UriComponentsBuilder.fromUriString("?" + form)
                .build()
                .getQueryParams()
                .getFirst("token");
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            throw new IllegalArgumentException(form, e);
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
