package ecommerce.system.attack.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ecommerce.system.client.Account;
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

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean blocked = new AtomicBoolean();
    private HttpServer shop;
    private IntSupplier refresh;
    private int signInWhileBlocked = 401;

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
    void findsNothingIfTheLoopEndsEachTime() {
        refresh = () -> ended.get() ? 401 : 200;

        assertThat(attack().run(4)).isEmpty();
    }

    @Test
    void findsATokenThatSurvives() {
        refresh = () -> 200;

        assertThat(attack().run(3))
                .map(finding -> finding.replaceAll(".* survives (.*): 200", "$1"))
                .containsExactly("a sign-out", "a new password", "a block");
    }

    @Test
    void findsABlockedCustomerWhoSignsIn() {
        refresh = () -> ended.get() ? 401 : 200;
        signInWhileBlocked = 200;

        assertThat(attack().run(3)).containsExactly("A blocked customer signs in: 200");
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
        var client = new ShopClient(URI.create("http://%s:%d".formatted(address.getHostString(), address.getPort())));
        return new RefreshLoops(client, new Account(client, "admin", "admin-password"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var status =
                    status(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), request);
            if (status != NO_ANSWER) {
                var body = "{\"userId\":1,\"accessToken\":\"access\",\"refreshToken\":\"refresh\"}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
                exchange.getResponseBody().write(status == 204 ? new byte[0] : body);
            }
        }
    }

    private int status(String method, String path, String request) {
        return switch (method + " " + path) {
            case "POST /api/auth/token" ->
                request.contains("refreshToken") ? refresh.getAsInt() : signIn(request.contains("admin"));
            case "POST /api/auth/revoke", "PUT /api/users/1/password" -> {
                ended.set(true);
                yield 204;
            }
            case "PUT /api/users/1/block" -> {
                ended.set(true);
                blocked.set(true);
                yield 200;
            }
            case "DELETE /api/users/1/block" -> {
                blocked.set(false);
                yield 204;
            }
            default -> 201;
        };
    }

    private int signIn(boolean isStaff) {
        if (isStaff) {
            return 200;
        }
        if (blocked.get()) {
            return signInWhileBlocked;
        }
        ended.set(false);
        return 200;
    }
}
