package ecommerce.defaults.test;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Sends requests with JSON bodies on behalf of a caller. */
public final class TestRequests {

    private final RestTestClient client;
    private final @Nullable String token;
    private final Map<String, String> headers;

    private TestRequests(RestTestClient client, @Nullable String token, Map<String, String> headers) {
        this.client = client;
        this.token = token;
        this.headers = headers;
    }

    /** Returns requests with this {@code Authorization} header. */
    public static TestRequests as(RestTestClient client, String token) {
        return new TestRequests(client, token, Map.of());
    }

    /** Returns requests without a token. */
    public static TestRequests anonymous(RestTestClient client) {
        return new TestRequests(client, null, Map.of());
    }

    /** Returns requests with this additional header. */
    public TestRequests with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new TestRequests(client, token, all);
    }

    /** Returns requests that change nothing. They fail if they leave an entry of staff in the audit log. */
    public TestRequests changingNothing() {
        return with(AuditedWrites.CHANGING_NOTHING, "true");
    }

    public ResponseSpec get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public ResponseSpec post(String path, @Nullable Object body) {
        return send(HttpMethod.POST, path, body);
    }

    public ResponseSpec put(String path, @Nullable Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    public ResponseSpec patch(String path, Object body) {
        return send(HttpMethod.PATCH, path, body);
    }

    public ResponseSpec delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    /** Returns the response body. Fails if the status isn't 2xx. */
    public static Map<?, ?> body(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .is2xxSuccessful()
                .returnResult(Map.class)
                .getResponseBody());
    }

    /** Returns a numeric member of such a body. */
    public static long number(Map<?, ?> body, String member) {
        return ((Number) Objects.requireNonNull(body.get(member), member)).longValue();
    }

    private ResponseSpec send(HttpMethod method, String path, @Nullable Object body) {
        var request = client.method(method).uri(base -> URI.create(base.build() + path));
        headers.forEach(request::header);
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, token);
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }
}
