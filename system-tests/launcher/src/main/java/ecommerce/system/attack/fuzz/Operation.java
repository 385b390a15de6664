package ecommerce.system.attack.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation of an OpenAPI document.
 *
 * @param method the HTTP method in upper case
 * @param path the path with its variables in braces
 * @param mediaType the media type of the request's body; {@code null} if the operation takes no body
 * @param body the schema of the body; missing if the operation takes none
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable String mediaType,
        JsonNode body) {

    /**
     * A parameter of an operation.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    record Parameter(String name, String in, JsonNode schema) {}

    @Override
    public String toString() {
        return "%s %s".formatted(method, path);
    }
}
