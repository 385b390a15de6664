package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Requires all parameters of a path, as OpenAPI demands. A handler with two paths takes a variable of one of them as
 * optional.
 */
final class PathParameters implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        Operations.parametersOf(document)
                .filter(parameter -> "path".equals(parameter.getIn()))
                .forEach(parameter -> parameter.setRequired(true));
    }
}
