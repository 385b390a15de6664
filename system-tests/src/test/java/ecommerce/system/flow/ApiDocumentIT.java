package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that the OpenAPI documents say of each operation what it does, takes, answers and refuses. */
@ExtendWith(RunningShop.class)
class ApiDocumentIT {

    /** Where {@code .ci/lint-api} finds the documents. */
    private static final Path DOCUMENTS = Path.of("target", "api-documents");

    @Test
    void describesEachOperation(Shop shop) throws IOException {
        Files.createDirectories(DOCUMENTS);
        var gaps = new TreeSet<String>();
        for (var service : ServiceDefinition.behindGateway()) {
            var answer = shop.anybody().text("/v3/api-docs/" + service);
            Files.writeString(DOCUMENTS.resolve(service + ".json"), answer.content());
            var document = answer.body();
            document.path("paths")
                    .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                        var name = "%s %s %s".formatted(service, method, path);
                        new DocumentedOperation(document, operation).gaps().forEach(gap -> gaps.add(name + ": " + gap));
                    }));
        }
        assertThat(gaps).isEmpty();
    }
}
