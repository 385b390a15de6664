package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.stream.Stream;

/** Reads the operations of an OpenAPI document. */
final class Operations {

    private Operations() {}

    static Stream<Operation> of(OpenAPI document) {
        return document.getPaths() == null
                ? Stream.of()
                : document.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    static Stream<Parameter> parametersOf(OpenAPI document) {
        return of(document)
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream());
    }
}
