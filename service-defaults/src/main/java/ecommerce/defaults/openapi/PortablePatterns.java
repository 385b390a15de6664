package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adapts the patterns of Bean Validation to OpenAPI. Java matches a whole value, and tools of OpenAPI search it, so the
 * patterns are anchored. Patterns with classes of Unicode characters are left out, because many tools misread them.
 */
final class PortablePatterns implements OpenApiCustomizer {

    private static final Pattern UNICODE_CLASS = Pattern.compile("\\\\[pP]\\{");

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().values().forEach(schema -> adapt(schema));
        }
        Operations.parametersOf(document).forEach(parameter -> {
            if (parameter.getSchema() != null) {
                adapt(parameter.getSchema());
            }
        });
    }

    private static void adapt(Schema<?> schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern(UNICODE_CLASS.matcher(pattern).find() ? null : "^(?:" + pattern + ")$");
        }
        if (schema.getItems() != null) {
            adapt(schema.getItems());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(member -> adapt(member));
        }
    }
}
