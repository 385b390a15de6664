package ecommerce.system;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** A client of the running shop, which sends requests through the gateway with or without a token. */
public record Shop(URI gateway) {

    private static final RestClient HTTP = RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory())
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build();

    /** A client that has signed in, or an anonymous client if the token is empty. */
    public record Client(URI base, String token) {

        public ResponseEntity<Map<String, Object>> get(String path) {
            return send(HttpMethod.GET, path, null, Map.of());
        }

        public ResponseEntity<Map<String, Object>> post(String path, Object body) {
            return send(HttpMethod.POST, path, body, Map.of());
        }

        /** Sends a POST with a new idempotency key. */
        public ResponseEntity<Map<String, Object>> postOnce(String path, Object body) {
            return send(
                    HttpMethod.POST,
                    path,
                    body,
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        }

        public ResponseEntity<Map<String, Object>> patch(String path, Object body) {
            return send(HttpMethod.PATCH, path, body, Map.of());
        }

        /** Checks out the open cart with a new idempotency key. */
        public ResponseEntity<Map<String, Object>> checkOut(String paymentToken) {
            return postOnce("/api/orders", Map.of("paymentToken", paymentToken));
        }

        /** Returns the response as text, for pages and documents. */
        public ResponseEntity<String> text(String path) {
            return HTTP.get().uri(base.resolve(path)).retrieve().toEntity(String.class);
        }

        private ResponseEntity<Map<String, Object>> send(
                HttpMethod method, String path, Object body, Map<String, String> headers) {
            var request = HTTP.method(method).uri(base.resolve(path));
            headers.forEach(request::header);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.retrieve().toEntity(new ParameterizedTypeReference<>() {});
        }
    }

    public Client anybody() {
        return new Client(gateway, "");
    }

    public Client staff() {
        return signIn("admin", "admin-password");
    }

    /** Registers a new customer with an address and signs in. */
    public Client newCustomer() {
        var username = "c" + UUID.randomUUID().toString().substring(0, 8);
        var password = "a long password";
        var registered = anybody()
                .post(
                        "/api/users",
                        Map.of(
                                "firstName",
                                "Casey",
                                "lastName",
                                "Customer",
                                "email",
                                username + "@example.com",
                                "credential",
                                Map.of("username", username, "password", password)));
        require(registered, 201);
        var customer = signIn(username, password);
        require(
                customer.post(
                        "/api/addresses", Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali")),
                201);
        return customer;
    }

    public Client signIn(String username, String password) {
        var answer = anybody().post("/api/auth/token", Map.of("username", username, "password", password));
        require(answer, 200);
        return new Client(gateway, (String) answer.getBody().get("accessToken"));
    }

    private static void require(ResponseEntity<Map<String, Object>> answer, int status) {
        if (answer.getStatusCode().value() != status) {
            throw new AssertionError(
                    "%s instead of %d: %s".formatted(answer.getStatusCode(), status, answer.getBody()));
        }
    }
}
