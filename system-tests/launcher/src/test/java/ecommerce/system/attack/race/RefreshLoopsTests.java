package ecommerce.system.attack.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ecommerce.system.client.ShopClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the attack against a shop of which only the answers to refreshes matter. */
@Timeout(60)
class RefreshLoopsTests {

    /** Closes the connection. */
    private static final int NO_ANSWER = 0;

    private final AtomicBoolean signedOut = new AtomicBoolean();
    private HttpServer shop;
    private IntSupplier refresh;

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        shop.createContext("/", this::answer);
        shop.start();
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    @Test
    void findsNothingIfTheSignOutEndsTheLoop() {
        refresh = () -> signedOut.get() ? 401 : 200;

        assertThat(attack().run(1)).isEmpty();
    }

    @Test
    void findsATokenThatSurvivesTheSignOut() {
        refresh = () -> 200;

        assertThat(attack().run(1)).singleElement().asString().contains("survives a sign-out");
    }

    @Test
    void failsIfNoRefreshWorksBeforeTheSignOut() {
        for (var answer : new int[] {401, 503, NO_ANSWER}) {
            refresh = () -> answer;

            assertThatIllegalStateException()
                    .isThrownBy(() -> attack().run(1))
                    .havingRootCause()
                    .withMessageContaining("a refresh before the reaction: " + answer);
        }
    }

    private RefreshLoops attack() {
        var address = shop.getAddress();
        return new RefreshLoops(
                new ShopClient(URI.create("http://%s:%d".formatted(address.getHostString(), address.getPort()))));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var status = status(exchange.getRequestURI().getPath(), request);
            if (status != NO_ANSWER) {
                var body = "{\"userId\":1,\"accessToken\":\"access\",\"refreshToken\":\"refresh\"}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
                exchange.getResponseBody().write(status == 204 ? new byte[0] : body);
            }
        }
    }

    private int status(String path, String request) {
        return switch (path) {
            case "/api/auth/token" -> request.contains("refreshToken") ? refresh.getAsInt() : 200;
            case "/api/auth/revoke" -> {
                signedOut.set(true);
                yield 204;
            }
            default -> 201;
        };
    }
}
