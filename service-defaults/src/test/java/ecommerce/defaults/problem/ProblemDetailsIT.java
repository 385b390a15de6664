package ecommerce.defaults.problem;

import static ecommerce.defaults.test.TestTokens.service;
import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.TestRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ProbeTest
class ProblemDetailsIT {

    @Autowired
    RestTestClient client;

    @Test
    void namesInvalidMembersByTheirPath() {
        problem(asUser().post("/things", Map.of("name", "", "lines", List.of(Map.of("quantity", 0)))), 400)
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[?(@.field == 'lines[0].quantity')].message")
                .isNotEmpty();
        problem(asUser().post("/things", Map.of("name", "a", "lines", List.of(Map.of("quantity", "x")))), 400)
                .jsonPath("$.errors[0].field")
                .isEqualTo("lines[0].quantity");
        problem(asUser().post("/things", Map.of("name", "a", "lines", List.of(Map.of("quantity", 1.9)))), 400)
                .jsonPath("$.errors[0].field")
                .isEqualTo("lines[0].quantity")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be a whole number from -2147483648 to 2147483647");
        problem(asUser().post("/things", Map.of("name", "a\u0000")), 400)
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void namesInvalidParameters() {
        problem(asUser().get("/things?number=x"), 400)
                .jsonPath("$.errors[0].field")
                .isEqualTo("number");
        problem(asUser().get("/things?number=0"), 400)
                .jsonPath("$.errors[0].field")
                .isEqualTo("number");
        problem(asUser().get("/things?number=%FF"), 400);
        problem(asUser().get("/things"), 400).jsonPath("$.errors[0].field").isEqualTo("number");
    }

    @Test
    void rejectsUnauthenticatedAndUnauthorizedCallers() {
        problem(
                TestRequests.anonymous(client).get("/me").expectHeader().valueEquals("WWW-Authenticate", "Bearer"),
                401);
        problem(TestRequests.as(client, "Bearer nonsense").get("/me"), 401);
        problem(asUser().get("/internal/anything"), 403);
        problem(TestRequests.as(client, service("other", "probe", "any")).get("/me"), 403);
        TestRequests.anonymous(client).get("/open/me").expectStatus().isOk();
        asUser().get("/me").expectStatus().isOk().expectBody(String.class).isEqualTo("user7");
    }

    /** Clients send their token with every request. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer not a token", "Bearer e30.e30.e30", "altered"})
    void ignoresAnInvalidTokenAtPublicEndpoints(String header) {
        var token = header.equals("altered") ? user(7) + "x" : header;

        TestRequests.as(client, token)
                .get("/open/me")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("nobody");
        asUser().get("/open/me").expectStatus().isOk().expectBody(String.class).isEqualTo("user7");
        TestRequests.as(client, token)
                .get("/me")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"[^\"]*\", error_uri=\"[^\"]*\"");
    }

    @Test
    void rejectsUnknownPathsMethodsAndMediaTypes() {
        problem(asUser().get("/nowhere"), 404);
        problem(asUser().delete("/things"), 405);
        problem(client.method(HttpMethod.TRACE).uri("/things").exchange(), 405);
        problem(
                client.post()
                        .uri("/things")
                        .header("Authorization", user(7))
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("x")
                        .exchange(),
                415);
        problem(
                client.post()
                        .uri("/things")
                        .header("Authorization", user(7))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"name\":")
                        .exchange(),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/%00", "/things/a%2Fb"})
    void rendersProblemsForPathsThatTomcatRejects(String path) {
        asUser().get(path)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(400);
    }

    @Test
    void hidesTheCauseOfAnInternalError() {
        var body = problem(asUser().get("/broken"), 500).returnResult().getResponseBodyContent();

        assertThat(new String(body)).doesNotContain("secret", "IllegalState", "ecommerce");
    }

    @Test
    void cutsOffAResponseThatFailsAfterItHasBegun() {
        assertThatThrownBy(() ->
                        asUser().get("/broken-later").expectBody(String.class).returnResult())
                .hasMessageContaining("IOException");
    }

    @ParameterizedTest
    @CsvSource({"away, 503", "wrapped, 503", "broken, 500"})
    void rendersExceptionsOfFiltersLikeThoseOfControllers(String path, int status) {
        var answer = asUser().get("/filter/" + path);
        if (status == 503) {
            answer.expectHeader().valueEquals("Retry-After", "2");
        }

        var body = problem(answer, status)
                .jsonPath("$.instance")
                .isEqualTo("/filter/" + path)
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(body)).doesNotContain("secret");
    }

    private TestRequests asUser() {
        return TestRequests.as(client, user(7));
    }

    private static BodyContentSpec problem(ResponseSpec response, int status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.traceId")
                .isNotEmpty();
    }
}
