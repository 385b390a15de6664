package ecommerce.system.attack.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.client.Answer;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

class FuzzFindingsTests {

    private static final String PROBLEM = "application/problem+json";
    private static final Operation LIST =
            new Operation("GET", "/api/orders", List.of(), null, MissingNode.getInstance());

    private final FuzzFindings findings = new FuzzFindings();

    @ParameterizedTest
    @CsvSource({
        "0, '', '', no answer",
        "500, application/problem+json, {}, status 500",
        "503, application/problem+json, {}, status 503",
        "404, application/json, {}, status 404 without a problem document",
        "400, application/problem+json, 'x\tat java.lang', a stack trace",
        "200, text/html, <html>, HTML"
    })
    void findsAnImproperResponse(int status, String type, String content, String fault) {
        findings.judge(request(LIST), answer(status, type, content));

        assertThat(findings.all()).singleElement().asString().startsWith(fault + ": GET /api/orders");
    }

    @Test
    void acceptsAProperResponse() {
        findings.judge(request(LIST), answer(200, "application/json", "{}"));
        findings.judge(request(LIST), answer(404, PROBLEM, "{}"));
        findings.judge(request(operation("/oauth2/token")), answer(400, "application/json", "{}"));
        findings.judge(request(operation("/app")), answer(200, "text/html", "<html>"));

        assertThat(findings.all()).isEmpty();
    }

    @Test
    void namesAFaultOnceAnOperation() {
        findings.judge(request(LIST), answer(500, PROBLEM, "{}"));
        findings.judge(request(LIST), answer(500, PROBLEM, "{}"));
        findings.judge(request(operation("/api/carts")), answer(500, PROBLEM, "{}"));

        assertThat(findings.all()).hasSize(2);
    }

    @Test
    void findsTheTablesThatRefusedRequestsChange() {
        findings.compare(Map.of("a", "1", "b", "1"), Map.of("a", "1", "b", "2"));

        assertThat(findings.all()).containsExactly("Refused requests have changed the tables [b]");
    }

    private static Operation operation(String path) {
        return new Operation("GET", path, List.of(), null, MissingNode.getInstance());
    }

    private static RandomRequest request(Operation operation) {
        return new RandomRequest(operation, operation.path(), 0, Map.of(), new byte[0]);
    }

    private static Answer answer(int status, String type, String content) {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        return new Answer(status, content, MissingNode.getInstance(), headers);
    }
}
