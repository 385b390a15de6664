package ecommerce.system.client;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The response to a request.
 *
 * @param status the HTTP status; 0 if there was no response
 * @param content the body as text
 * @param body the body as JSON; missing if it is no JSON
 */
public record Answer(int status, String content, JsonNode body, HttpHeaders headers) {

    static final Answer NONE =
            new Answer(0, "", MissingNode.getInstance(), HttpHeaders.of(Map.of(), (name, value) -> true));

    public boolean is(int expected) {
        return status == expected;
    }

    /** Returns whether to retry the request: there was no response, a 429 or a 5xx. */
    public boolean isWorthAnotherTry() {
        return status == 0 || status == 429 || status >= 500;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String text(String member) {
        return body.path(member).asString("");
    }

    public long number(String member) {
        return body.path(member).asLong(0);
    }

    @Override
    public String toString() {
        return "%d %s".formatted(status, body);
    }
}
