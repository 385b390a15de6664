package ecommerce.defaults.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies that a provider fulfils its contract files. Each file is a WireMock mapping, which consumers' tests use as a
 * stub of the provider, with an example request under {@code metadata.example}. The example is sent to the real
 * provider, which must respond with the status of the mapping and at least its members, each with the same JSON type.
 */
public final class Contracts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("src", "test", "resources", "contracts");

    private Contracts() {}

    /** Returns the names of the contracts of the module under test. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void verify(String name, RestTestClient client, String token) {
        var contract = read(name);
        var example = contract.path("metadata").path("example");
        var body = example.has("body") ? JSON.convertValue(example.path("body"), Map.class) : null;
        var requests = TestRequests.as(client, token);
        var path = example.path("path").asString();
        var response = switch (contract.path("request").path("method").asString()) {
            case "GET" -> requests.get(path);
            case "PUT" -> requests.put(path, body);
            case "POST" -> requests.post(path, body);
            default -> throw new IllegalStateException("Unsupported method in contract " + name);
        };
        var result = response.returnResult(String.class);
        assertThat(result.getStatus().value())
                .as("%s: %s", name, result.getResponseBody())
                .isEqualTo(contract.path("response").path("status").asInt());
        var promised = contract.path("response").path("jsonBody");
        if (!promised.isMissingNode()) {
            requireMembers(name, promised, JSON.readTree(result.getResponseBody()));
        }
    }

    private static void requireMembers(String path, JsonNode promised, JsonNode actual) {
        assertThat(actual.getNodeType()).as(path).isEqualTo(promised.getNodeType());
        if (promised.isArray() && !promised.isEmpty()) {
            assertThat(actual.isEmpty()).as("%s is empty", path).isFalse();
            requireMembers(path + "[0]", promised.get(0), actual.get(0));
        }
        promised.propertyStream()
                .forEach(member ->
                        requireMembers(path + "." + member.getKey(), member.getValue(), actual.path(member.getKey())));
    }

    private static JsonNode read(String name) {
        try {
            var text = Files.readString(FOLDER.resolve(name + ".json"));
            StubMapping.buildFrom(text);
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
