package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies JSON merge patches (RFC 7396) to the request records of {@code PUT}: a member that is null is cleared, and an
 * absent member is kept. The result is validated by the constraints of {@code PUT}, with the same messages.
 */
public final class MergePatches {

    private final JsonMapper json;
    private final Validator validator;

    MergePatches(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Returns a patched copy. Throws 400 if a member has the wrong type, or if a member that the patch names violates a
     * constraint. Other members aren't validated, because they were accepted before.
     */
    @SuppressWarnings("unchecked") // the class of a T
    public <T> T apply(T whole, ObjectNode patch) {
        var merged = read(merge(json.valueToTree(whole), patch), (Class<T>) whole.getClass());
        var violations = validator.validate(merged).stream()
                .filter(violation -> patch.has(firstMember(violation)))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return merged;
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException wrongType) {
            throw Problem.invalid(wrongType);
        }
    }

    private static String firstMember(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }

    /** The algorithm of RFC 7396, 2. */
    private static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merge(result.get(member.getKey()), member.getValue()));
            }
        });
        return result;
    }
}
