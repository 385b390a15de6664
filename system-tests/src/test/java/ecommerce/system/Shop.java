package ecommerce.system;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running shop, as its users reach it through the gateway.
 *
 * @param staffPassword the password of {@code admin}
 */
public record Shop(URI gateway, String staffPassword) {

    /** A response of the shop. */
    public record Reply(int status, Map<String, Object> body, Answer answer) {

        static Reply of(Answer answer) {
            var body = answer.body().isObject() ? JSON.convertValue(answer.body(), OBJECT) : Map.<String, Object>of();
            return new Reply(answer.status(), body, answer);
        }

        public String header(String name) {
            return answer.header(name).orElse(null);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** A user who has signed in, or an anonymous one if the token is empty. */
    public static final class Client {

        private final ShopClient client;
        private final String token;

        public Client(URI base, String token) {
            this.client = new ShopClient(base);
            this.token = token;
        }

        public String token() {
            return token;
        }

        public Reply get(String path) {
            return Reply.of(client.send("GET", path, token, null, Map.of()));
        }

        public Reply post(String path, Object body) {
            return Reply.of(client.send("POST", path, token, body, Map.of()));
        }

        /** Sends a POST with a new idempotency key. */
        public Reply postOnce(String path, Object body) {
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            return Reply.of(client.send("POST", path, token, body, key));
        }

        public Reply patch(String path, Object body) {
            return Reply.of(client.send("PATCH", path, token, body, Map.of()));
        }

        public Reply delete(String path) {
            return Reply.of(client.send("DELETE", path, token, null, Map.of()));
        }

        /** Checks out the open cart with a new idempotency key. */
        public Reply checkOut(String paymentToken) {
            return postOnce("/api/orders", Map.of("paymentToken", paymentToken));
        }

        /** Returns a page or a document, requested without the token. */
        public Answer text(String path) {
            return client.send("GET", path, "", null, Map.of());
        }
    }

    public Client anybody() {
        return new Client(gateway, "");
    }

    public Client staff() {
        return signIn("admin", staffPassword);
    }

    /** Registers a new customer with an address and signs in. */
    public Client newCustomer() {
        return new Client(gateway, Account.register(new ShopClient(gateway)).token());
    }

    public Client signIn(String username, String password) {
        var answer = anybody().post("/api/auth/token", Map.of("username", username, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError("%s can't sign in: %s".formatted(username, answer.answer()));
        }
        return new Client(gateway, (String) answer.body().get("accessToken"));
    }
}
