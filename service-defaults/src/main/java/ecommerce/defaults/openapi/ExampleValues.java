package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Gives members and required parameters their examples, from which Swagger UI composes those of whole bodies. {@code
 * api-examples.properties} has them by name, or by schema and name ({@code Problem.type}) if a name has several
 * meanings. Each service has such a file, which goes before the one of this module for what all services share.
 */
final class ExampleValues implements OpenApiCustomizer {

    private static final String SHARED = "shared-api-examples.properties";
    private static final String OF_THE_SERVICE = "api-examples.properties";

    private final Properties values;

    private ExampleValues(Properties values) {
        this.values = values;
    }

    static ExampleValues load() throws IOException {
        var values = PropertiesLoaderUtils.loadAllProperties(SHARED);
        values.putAll(PropertiesLoaderUtils.loadAllProperties(OF_THE_SERVICE));
        return new ExampleValues(values);
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().forEach(this::fillMembers);
        }
        Operations.parametersOf(document).forEach(this::fill);
    }

    private void fillMembers(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((member, its) -> fill(its, name + "." + member, member));
        }
    }

    /**
     * Leaves optional parameters out, because Swagger UI would send their examples. The example isn't set in the schema,
     * because parameters of the same type share one.
     */
    private void fill(Parameter parameter) {
        if (Boolean.TRUE.equals(parameter.getRequired()) && parameter.getSchema() != null) {
            var qualifiedName = parameter.getIn() + "." + parameter.getName();
            parameter.setExample(example(parameter.getSchema(), qualifiedName, parameter.getName()));
        }
    }

    private void fill(Schema<?> schema, String qualifiedName, String name) {
        if (schema.getItems() != null) {
            fill(schema.getItems(), qualifiedName, name);
        } else if (schema.get$ref() == null && schema.getExample() == null && schema.getEnum() == null) {
            var example = example(schema, qualifiedName, name);
            if (example != null) {
                schema.setExample(example);
            }
        }
    }

    private @Nullable Object example(Schema<?> schema, String qualifiedName, String name) {
        var text = values.getProperty(qualifiedName, values.getProperty(name));
        return text == null ? null : typed(text, schema.getTypes());
    }

    /** Returns null for an example of another type, because a name may be that of a text here and of a number there. */
    private static @Nullable Object typed(String text, @Nullable Set<String> types) {
        if (types == null || types.contains("string")) {
            return text;
        }
        try {
            if (types.contains("integer")) {
                return Long.valueOf(text);
            }
            return types.contains("number") ? new BigDecimal(text) : null;
        } catch (NumberFormatException otherType) {
            return null;
        }
    }
}
