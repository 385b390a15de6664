package ecommerce.defaults.problem;

import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.PiecewiseRequest;
import ecommerce.defaults.test.TestRequests;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/** Tests that errors say what to send instead. */
@ProbeTest
class ErrorTextIT {

    private static final int CALLER = 21;

    @Autowired
    RestTestClient client;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number=x | number | must be a whole number",
                "kind=FOO | kind | must be one of SMALL, LARGE",
                "since=yesterday | since | must be a time like 2026-11-01T00:00:00Z",
                "price=much | price | must be a decimal number, such as 19.90",
                "price=1.234 | price | must have at most 10 digits before and 2 digits after the decimal point"
            })
    void saysWhatAParameterMustLookLike(String query, String field, String message) {
        error(asUser().get("/filtered?" + query).expectBody(), field, message);
    }

    @ParameterizedTest
    @CsvSource({
        "number, must be a whole number",
        "kind, 'must be one of SMALL, LARGE'",
        "since, must be a time like 2026-11-01T00:00:00Z"
    })
    void saysWhatAMemberMustLookLike(String member, String message) {
        error(asUser().post("/filtered", Map.of(member, "x y")).expectBody(), member, message);
    }

    @Test
    void saysThatEachRequestNeedsANewKey() {
        asUser().post("/keyed", Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key")
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).contains("choose a new key"));
    }

    @Test
    void namesAnInvalidHeaderAsTheClientDoes() throws IOException {
        var answer = PiecewiseRequest.answerTo(
                port,
                "POST /keyed HTTP/1.1",
                "Authorization: " + user(CALLER),
                "Idempotency-Key: two words",
                "Content-Length: 0");

        assertThat(answer).contains(" 400 ", "{\"field\":\"Idempotency-Key\",\"message\":\"must be 1 to 255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=nonsense"})
    void namesTheMediaTypesThatAnEndpointAccepts(String type) throws IOException {
        var answer = PiecewiseRequest.answerTo(
                port,
                "POST /csv HTTP/1.1",
                "Authorization: " + user(CALLER),
                "Content-Type: " + type,
                "Content-Length: 0");

        assertThat(answer).contains(" 415 ", "use text/csv\"");
    }

    /** Tomcat, or the firewall of Spring Security, refuses these before a controller is found. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /things?q=[a]", "GET //things", "GET /things;x=1", "FOO /things"})
    void explainsRefusalsFromOutsideSpringMvc(String request) throws IOException {
        var answer = PiecewiseRequest.answerTo(port, request + " HTTP/1.1");

        assertThat(answer)
                .contains(" 400 ", MediaType.APPLICATION_PROBLEM_JSON_VALUE, "\"detail\":\"", "\"traceId\":\"");
    }

    private TestRequests asUser() {
        return TestRequests.as(client, user(CALLER));
    }

    private static void error(BodyContentSpec body, String field, String message) {
        body.jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }
}
