package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that the Postman collection has the requests of the OpenAPI documents. */
@ExtendWith(RunningShop.class)
class PostmanCollectionIT {

    private static final Path COLLECTION = Path.of("..", "docs", "shop.postman_collection.json");

    @Test
    void hasEveryDocumentedRequest(Shop shop) {
        var documented = new TreeSet<String>();
        for (var service : ServiceDefinition.behindGateway()) {
            var document = shop.anybody().text("/v3/api-docs/" + service).body();
            document.get("paths")
                    .forEachEntry((path, methods) -> methods.forEachEntry(
                            (method, operation) -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        }

        assertThat(requests(new JsonMapper().readTree(COLLECTION)))
                .as("run docs/postman-collection against this version")
                .isEqualTo(documented);
    }

    private static Set<String> requests(JsonNode collection) {
        return collection.findValues("request").stream()
                .map(request -> request.get("method").asString() + " " + path(request))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String path(JsonNode request) {
        return request.get("url")
                .get("path")
                .valueStream()
                .map(JsonNode::asString)
                .map(segment -> segment.startsWith(":") ? "{" + segment.substring(1) + "}" : segment)
                .collect(Collectors.joining("/", "/", ""));
    }
}
