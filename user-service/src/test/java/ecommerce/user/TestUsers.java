package ecommerce.user;

import ecommerce.defaults.test.TestRequests;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Registers accounts for tests through the API, each with a unique user name, and signs in. */
public final class TestUsers {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private TestUsers() {}

    public record TestUser(long userId, String username) {}

    public static TestUser register(RestTestClient client) {
        var username = "u" + NUMBER.incrementAndGet();
        var created = client.post()
                .uri("/api/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(request(username))
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(Map.class)
                .getResponseBody();
        return new TestUser(((Number) created.get("userId")).longValue(), username);
    }

    /** Signs in at {@code /api/auth/token}. */
    public static ResponseSpec signIn(RestTestClient client, String username, String password) {
        return TestRequests.anonymous(client)
                .post("/api/auth/token", Map.of("username", username, "password", password));
    }

    public static Map<String, Object> request(String username) {
        return Map.of(
                "firstName", "Grace",
                "lastName", "Hopper",
                "email", username + "@example.com",
                "phone", "+44 131 555 0100",
                "credential", Map.of("username", username, "password", PASSWORD, "roleBasedAuthority", "ROLE_ADMIN"));
    }
}
