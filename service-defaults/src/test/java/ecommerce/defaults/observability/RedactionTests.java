package ecommerce.defaults.observability;

import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.json.JsonWriter;

class RedactionTests {

    private static final String TOKEN = user(7).substring("Bearer ".length());
    private static final String CART = "0197a4c1-0000-7000-8000-00000000abcd";
    private static final String FAILURE = "I/O error on GET request for \"http://10.1.0.5:8083/api/carts/guests/" + CART
            + "/items\", Authorization: Bearer " + TOKEN;

    record Exported(List<SpanData> spans) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/users/username/alice?x=1, GET /api/users/username/(hidden)?x=1",
        "/user-service/api/credentials/username/a%20b, /user-service/api/credentials/username/(hidden)",
        "/app/api/authenticate/jwt/nonsense, /app/api/authenticate/jwt/(hidden)",
        "guest cart " + CART + " doesn't exist, guest cart (hidden) doesn't exist",
        "/api/carts/guests/{guestCartId}/items, /api/carts/guests/{guestCartId}/items",
        "Bearer token is malformed, Bearer token is malformed",
        "/api/orders/17, /api/orders/17"
    })
    void hidesWhatFollowsATellingSegment(String text, String redacted) {
        assertThat(Redaction.of(text)).isEqualTo(redacted);
    }

    @Test
    void redactsEveryTextOfALogLine() {
        record Line(String message, String trace, int status) {}
        var writer = JsonWriter.<Object>of(members -> {
            members.add("message", line -> ((Line) line).message());
            members.add("error").usingMembers(error -> error.add("stack_trace", line -> ((Line) line).trace()));
            members.add("status", line -> ((Line) line).status());
            new RedactedLogs().customize(members);
        });

        var json = writer.writeToString(new Line(FAILURE, "Caused by: " + FAILURE, 503));

        assertThat(json).doesNotContain(CART, TOKEN).contains("/api/carts/guests/(hidden)/items", "\"status\":503");
    }

    @Test
    void redactsAttributesEventsAndStatusOfASpan() {
        var exported = new Exported(new ArrayList<>());
        var exporter = new RedactedSpanExporter(exported);
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            var span = provider.get("test").spanBuilder("http get").startSpan();
            span.setAttribute("http.url", "/api/carts/guests/" + CART).setAttribute("attempts", 2L);
            span.recordException(new IllegalStateException(FAILURE));
            span.setStatus(StatusCode.ERROR, FAILURE);
            span.end();

            assertThat(exported.spans()).singleElement().satisfies(data -> {
                assertThat("%s %s %s".formatted(data.getAttributes(), data.getEvents(), data.getStatus()))
                        .contains("IllegalStateException")
                        .doesNotContain(CART, TOKEN);
                assertThat(data.getAttributes().get(AttributeKey.longKey("attempts")))
                        .isEqualTo(2);
            });
        }
    }

    @Test
    void replacesTheUrlOfASpanByItsTemplate() {
        var context = new Observation.Context();
        context.addLowCardinalityKeyValue(KeyValue.of("uri", "/api/users/{userId}"));
        context.addHighCardinalityKeyValue(KeyValue.of("http.url", "/api/users/7"));

        new RouteUrls().map(context);

        assertThat(context.getHighCardinalityKeyValue("http.url").getValue()).isEqualTo("/api/users/{userId}");
    }
}
