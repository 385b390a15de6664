package ecommerce.defaults.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds the descriptions of the problems to which the operations of a document refer. */
final class ProblemComponents implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        var used = Operations.of(document)
                .flatMap(operation -> operation.getResponses().values().stream())
                .map(response -> response.get$ref())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var components = document.getComponents();
        for (var problem : ProblemAnswer.values()) {
            if (used.contains(problem.reference().get$ref())) {
                components.addResponses(problem.component(), problem.response());
            }
        }
        if (!used.isEmpty()) {
            ModelConverters.getInstance(true).readAll(ProblemDocument.class).forEach(components::addSchemas);
        }
    }
}
