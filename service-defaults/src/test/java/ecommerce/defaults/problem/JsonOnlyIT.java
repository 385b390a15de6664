package ecommerce.defaults.problem;

import static ecommerce.defaults.test.TestTokens.user;

import ecommerce.defaults.test.TestRequests;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ProbeTest
class JsonOnlyIT {

    @Autowired
    RestTestClient client;

    @Test
    void rejectsAMemberThatIsThereTwice() {
        requireProblem(
                client.post()
                        .uri("/things")
                        .header("Authorization", user(1))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"name\":\"a\",\"name\":\"b\"}")
                        .exchange(),
                400);
    }

    /** Their converters would ignore the limits and checks of JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "application/cbor"})
    void acceptsAndSendsNoOtherFormats(String format) {
        requireProblem(
                client.post()
                        .uri("/things")
                        .header("Authorization", user(1))
                        .contentType(MediaType.valueOf(format))
                        .body("name: a".getBytes(StandardCharsets.UTF_8))
                        .exchange(),
                415);
        requireProblem(
                TestRequests.as(client, user(1)).with("Accept", format).post("/things", Map.of("name", "a")), 406);
    }

    private static void requireProblem(ResponseSpec response, int status) {
        response.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
