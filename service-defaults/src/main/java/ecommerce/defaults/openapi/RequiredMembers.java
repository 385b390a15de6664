package ecommerce.defaults.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes a body by a copy of its schema if it requires other members than its record: a merge patch requires none,
 * because it has only the members that change, and {@link AlsoRequires} names further ones.
 */
final class RequiredMembers implements GlobalOperationComponentsCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        var body = operation.getRequestBody();
        if (body == null || body.getContent() == null) {
            return operation;
        }
        var further = further(handler);
        for (var content : body.getContent().values()) {
            if (takesMergePatch(handler)) {
                replace(content, components, "Patch", required -> List.of());
            } else if (!further.isEmpty()) {
                replace(content, components, "New", required -> with(required, further));
            }
        }
        return operation;
    }

    private static List<String> further(HandlerMethod handler) {
        var named = handler.getMethodAnnotation(AlsoRequires.class);
        return named == null ? List.of() : List.of(named.value());
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return operation;
    }

    private static boolean takesMergePatch(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ObjectNode.class);
    }

    private static List<String> with(List<String> required, List<String> further) {
        return Stream.concat(required.stream(), further.stream()).toList();
    }

    /** @param suffix what distinguishes the name of the copy */
    private static void replace(
            MediaType content, Components components, String suffix, UnaryOperator<List<String>> required) {
        var reference = content.getSchema() == null ? null : content.getSchema().get$ref();
        if (reference == null || !reference.startsWith(SCHEMAS)) {
            return;
        }
        var name = reference.substring(SCHEMAS.length());
        Schema<?> original = components.getSchemas().get(name);
        if (original == null) {
            return;
        }
        List<String> before = original.getRequired() == null ? List.of() : original.getRequired();
        var after = required.apply(before);
        if (!after.equals(before)) {
            Schema<?> copy = AnnotationsUtils.clone(original, true);
            copy.setRequired(after);
            components.addSchemas(name + suffix, copy);
            content.setSchema(new Schema<>().$ref(reference + suffix));
        }
    }
}
