package ecommerce.system.attack.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RandomRequestTests {

    private static final OpenApiDocument DOCUMENT =
            new OpenApiDocument(JsonMapper.shared().readTree("""
            {"paths": {"/api/things/{thingId}": {"put": {
              "parameters": [
                {"name": "thingId", "in": "path", "schema": {"type": "integer"}},
                {"name": "sort", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
             "components": {"schemas": {"Thing": {"type": "object", "properties": {
               "name": {"type": ["string", "null"]}, "parts": {"type": "array", "items": {"type": "number"}}}}}}}
            """));

    @Test
    void fillsPathQueryAndBodyOfTheOperation() {
        var requests = requests(1);

        assertThat(requests).allSatisfy(request -> {
            assertThat(request.target()).startsWith("/api/things/").doesNotContain("{");
            assertThat(URI.create("http://localhost" + request.target())).isNotNull();
        });
        assertThat(requests).anyMatch(request -> request.target().contains("?sort="));
        assertThat(requests).anyMatch(request -> content(request).startsWith("{\"name\":\"w"));
        assertThat(requests).anyMatch(request -> content(request).contains("1e400"));
    }

    @Test
    void repeatsItselfWithTheSameSeed() {
        assertThat(requests(7)).extracting(Object::toString).isEqualTo(text(requests(7)));
        assertThat(text(requests(8))).isNotEqualTo(text(requests(7)));
    }

    @Test
    void namesNoIdOfTheAccountsOfOtherParts() {
        var ids = requests(1).stream()
                .map(request -> URI.create(request.target()).getPath().replaceFirst("^/api/things/", ""))
                .filter(id -> id.matches("\\+?\\p{Nd}{1,18}"))
                .map(Long::valueOf)
                .toList();

        assertThat(ids).contains(0L, (long) RandomValues.LARGEST_ID).doesNotContain(1L, 2L, 3L);
    }

    private static List<String> text(List<RandomRequest> requests) {
        return requests.stream().map(Object::toString).toList();
    }

    private static String content(RandomRequest request) {
        return new String(request.content(), StandardCharsets.UTF_8);
    }

    private static List<RandomRequest> requests(long seed) {
        var random = new Random(seed);
        var values = new RandomValues(DOCUMENT, random);
        var operation = DOCUMENT.operations().getFirst();
        return Stream.generate(() -> RandomRequest.of(operation, values, random))
                .limit(500)
                .toList();
    }
}
