package ecommerce.defaults.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fails a test in which a member of staff changes something without leaving the entry in the audit log that {@code
 * docs/audit.csv} names. If that names several with {@code |} between them, one suffices. A response that is replayed
 * under an idempotency key leaves no entry.
 */
final class AuditedWrites implements ClientHttpRequestInterceptor {

    /** The header of a request that must leave no entry. */
    static final String CHANGING_NOTHING = "Test-Changing-Nothing";

    private final JdbcClient jdbc;
    private final String service;

    AuditedWrites(JdbcClient jdbc, String service) {
        this.jdbc = jdbc;
        this.service = service;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var action = AuditTable.action(
                service, request.getMethod().name(), request.getURI().getRawPath());
        if (action.isEmpty() || !isStaff(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
            return execution.execute(request, body);
        }
        var last = jdbc.sql("SELECT coalesce(max(entry_id), 0) FROM audit_entry")
                .query(Long.class)
                .single();
        var response = execution.execute(request, body);
        if (response.getStatusCode().is2xxSuccessful()
                && !response.getHeaders().containsHeader("Idempotent-Replayed")) {
            var entries = assertThat(
                            jdbc.sql("SELECT action FROM audit_entry WHERE entry_id > ? AND actor_kind = 'STAFF'")
                                    .param(last)
                                    .query(String.class)
                                    .list())
                    .as("audit entries of %s %s", request.getMethod(), request.getURI());
            if (request.getHeaders().containsHeader(CHANGING_NOTHING)) {
                entries.isEmpty();
            } else {
                entries.containsAnyOf(action.get().split("\\|"));
            }
        }
        return response;
    }

    private static boolean isStaff(@Nullable String authorization) {
        return authorization != null
                && authorization.split("\\.").length == 3
                && new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), StandardCharsets.UTF_8)
                        .contains("\"ADMIN\"");
    }
}
