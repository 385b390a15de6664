package ecommerce.defaults.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the body of a merge patch by a copy of its schema that requires no member, because a patch has only the
 * members that change.
 */
final class MergePatchBodies implements GlobalOperationComponentsCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        var body = operation.getRequestBody();
        if (takesMergePatch(handler) && body != null && body.getContent() != null) {
            body.getContent().values().forEach(content -> withoutRequired(content, components));
        }
        return operation;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return operation;
    }

    private static boolean takesMergePatch(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ObjectNode.class);
    }

    private static void withoutRequired(MediaType content, Components components) {
        var reference = content.getSchema() == null ? null : content.getSchema().get$ref();
        if (reference == null || !reference.startsWith(SCHEMAS)) {
            return;
        }
        var name = reference.substring(SCHEMAS.length());
        Schema<?> whole = components.getSchemas().get(name);
        if (whole != null && whole.getRequired() != null) {
            Schema<?> patch = AnnotationsUtils.clone(whole, true);
            patch.setRequired(null);
            components.addSchemas(name + "Patch", patch);
            content.setSchema(new Schema<>().$ref(reference + "Patch"));
        }
    }
}
