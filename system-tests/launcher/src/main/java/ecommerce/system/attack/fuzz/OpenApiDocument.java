package ecommerce.system.attack.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The OpenAPI 3.1 document of a service. */
final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;

    OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** Returns the operations in the order of the document. */
    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : root.path("paths").properties()) {
            for (var member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(
                            operation(member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String method, String path, JsonNode node) {
        var parameters = new ArrayList<Operation.Parameter>();
        for (var parameter : node.path("parameters")) {
            var schema = resolve(parameter.path("schema"));
            if (parameter.path("in").asString().equals("query") && schema.has("properties")) {
                schema.path("properties")
                        .properties()
                        .forEach(member -> parameters.add(
                                new Operation.Parameter(member.getKey(), "query", resolve(member.getValue()))));
            } else {
                parameters.add(new Operation.Parameter(
                        parameter.path("name").asString(), parameter.path("in").asString(), schema));
            }
        }
        for (var content : node.path("requestBody").path("content").properties()) {
            return new Operation(
                    method,
                    path,
                    parameters,
                    content.getKey(),
                    content.getValue().path("schema"));
        }
        return new Operation(method, path, parameters, null, MissingNode.getInstance());
    }

    /** Follows the references of a schema. */
    JsonNode resolve(JsonNode schema) {
        var resolved = schema;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asString().substring(1));
        }
        return resolved;
    }
}
