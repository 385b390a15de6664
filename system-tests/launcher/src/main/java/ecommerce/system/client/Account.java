package ecommerce.system.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, who signs in again when the token ends and, where the shop doesn't answer, tries again. */
public final class Account {

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

    /** A customer that is registered just now, with an address. */
    public static Account register(ShopClient shop) {
        var username = "c" + UUID.randomUUID().toString().substring(0, 13);
        var account = new Account(shop, username, "a long password");
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

    /** Until the shop gives an answer that stays one. The same request may arrive more than once. */
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

    /** Without another try, but for a token that has ended. */
    public Answer once(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var isRegistration = path.equals("/api/users");
        if (token.isEmpty() && !isRegistration && !signIn()) {
            return Answer.NONE;
        }
        var answer = shop.send(method, path, isRegistration ? "" : token, body, headers);
        if (answer.is(401) && signIn()) {
            return shop.send(method, path, token, body, headers);
        }
        return answer;
    }

    private boolean signIn() {
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

    /** 0 where it wasn't registered just now. */
    public long userId() {
        return userId;
    }

    public String username() {
        return username;
    }

    /** For a time, by chance, between the two, in milliseconds. */
    public static void pause(int from, int to) {
        LockSupport.parkNanos(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(from, to)).toNanos());
    }
}
