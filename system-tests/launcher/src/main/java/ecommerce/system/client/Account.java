package ecommerce.system.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A user who sends requests to the shop. Signs in again when the access token expires, and retries requests that got no
 * final response.
 */
public final class Account {

    /** The password of registered accounts. */
    public static final String PASSWORD = "a long password";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ShopClient shop;
    private final String username;
    private final String password;
    private volatile String token = "";
    private long userId;

    public Account(ShopClient shop, String username, String password) {
        this.shop = shop;
        this.username = username;
        this.password = password;
    }

    /** Registers a new customer with an address. */
    public static Account register(ShopClient shop) {
        var username = "c" + UUID.randomUUID().toString().substring(0, 13);
        var account = new Account(shop, username, PASSWORD);
        var registered = account.require(
                201,
                "POST",
                "/api/users",
                Map.of(
                        "firstName",
                        "Casey",
                        "lastName",
                        "Customer",
                        "email",
                        username + "@example.com",
                        "credential",
                        Map.of("username", username, "password", account.password)));
        account.userId = registered.number("userId");
        account.require(
                201,
                "POST",
                "/api/addresses",
                Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali"));
        return account;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    /**
     * Sends a request and retries it, for up to five minutes, until the response is final. The shop may receive the
     * request more than once.
     */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var start = Instant.now();
        var answer = once(method, path, body, headers);
        while (answer.isWorthAnotherTry()
                && Duration.between(start, Instant.now()).compareTo(PATIENCE) < 0) {
            pause(100, 600);
            answer = once(method, path, body, headers);
        }
        return answer;
    }

    /** Sends a request without a retry, except once after a 401 with a new token. */
    public Answer once(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var isRegistration = path.equals("/api/users");
        if (token.isEmpty() && !isRegistration && !trySignIn()) {
            return Answer.NONE;
        }
        var answer = shop.send(method, path, isRegistration ? "" : token, body, headers);
        if (answer.is(401) && trySignIn()) {
            return shop.send(method, path, token, body, headers);
        }
        return answer;
    }

    /**
     * Signs in, and returns the access token.
     *
     * @throws IllegalStateException if the shop refuses it
     */
    public String signIn() {
        if (!trySignIn()) {
            throw new IllegalStateException("%s can't sign in".formatted(username));
        }
        return token;
    }

    private boolean trySignIn() {
        var answer =
                shop.send("POST", "/api/auth/token", "", Map.of("username", username, "password", password), Map.of());
        token = answer.text("accessToken");
        return answer.is(200);
    }

    private Answer require(int status, String method, String path, Object body) {
        var answer = send(method, path, body, Map.of());
        if (!answer.is(status)) {
            throw new IllegalStateException("%s %s for %s: %s".formatted(method, path, username, answer));
        }
        return answer;
    }

    /** Returns the user's id; 0 if {@link #register} didn't create this account. */
    public long userId() {
        return userId;
    }

    /** Returns the access token of the last sign-in; empty if there was none. */
    public String token() {
        return token;
    }

    public String username() {
        return username;
    }

    /** Waits for a random time between the two limits, in milliseconds. */
    public static void pause(int from, int to) {
        LockSupport.parkNanos(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(from, to)).toNanos());
    }
}
