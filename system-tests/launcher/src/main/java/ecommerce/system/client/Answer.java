package ecommerce.system.client;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What came of a request.
 *
 * @param status 0 where no answer came
 */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    static final Answer NONE =
            new Answer(0, MissingNode.getInstance(), HttpHeaders.of(Map.of(), (name, value) -> true));

    public boolean is(int expected) {
        return status == expected;
    }

    /** Returns whether the same request should be sent again: it got no answer, or was refused for now. */
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
