package ecommerce.system.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An operation of an OpenAPI 3.1 document, and what its description lacks. */
record DocumentedOperation(JsonNode document, JsonNode operation) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** Formats for which tools make an example themselves. */
    private static final Set<String> FORMATS_WITH_EXAMPLE = Set.of("date-time", "date", "uuid");

    Set<String> gaps() {
        var gaps = new TreeSet<String>();
        requireText("summary", gaps);
        requireText("description", gaps);
        var codes = operation.path("responses").propertyNames();
        expectedErrors().stream()
                .filter(code -> !codes.contains(code))
                .map(code -> "no answer " + code)
                .forEach(gaps::add);
        if (codes.stream().noneMatch(code -> code.startsWith("2"))) {
            gaps.add("no answer of success");
        }
        for (var answer : operation.path("responses").properties()) {
            checkAnswer(answer.getKey(), resolve(answer.getValue()), gaps);
        }
        checkContent("request", operation.path("requestBody").path("content"), gaps);
        operation.path("parameters").forEach(parameter -> checkParameter(parameter, gaps));
        var examples = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.has("example"))
                .map(parameter -> parameter.path("example"))
                .toList();
        if (new HashSet<>(examples).size() < examples.size()) {
            gaps.add("one example for several parameters");
        }
        return gaps;
    }

    private void requireText(String member, Set<String> gaps) {
        var text = operation.path(member).asString("");
        if (text.isBlank()) {
            gaps.add("no " + member);
        } else if (text.contains("{@") || text.contains("<code>") || text.contains("<p>")) {
            gaps.add("Javadoc in the " + member);
        }
    }

    private Set<String> expectedErrors() {
        var expected = new HashSet<>(Set.of("429", "503"));
        if (operation.has("requestBody")) {
            expected.addAll(List.of("400", "413", "415"));
        }
        if (requiresToken()) {
            expected.addAll(List.of("401", "403"));
        }
        if (hasParameter("in", "path")) {
            expected.addAll(List.of("400", "404"));
        }
        if (hasParameter("name", "If-Match")) {
            expected.add("412");
        }
        if (hasParameter("name", "Idempotency-Key")) {
            expected.add("422");
        }
        return expected;
    }

    private boolean requiresToken() {
        var security = operation.path("security");
        return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
    }

    private boolean hasParameter(String member, String value) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path(member).asString().equals(value));
    }

    private void checkAnswer(String code, JsonNode answer, Set<String> gaps) {
        if (answer.path("description").asString("").isBlank()) {
            gaps.add("no description of " + code);
        }
        if (code.startsWith("2")) {
            checkContent(code, answer.path("content"), gaps);
        } else if (!answer.path("content").path(PROBLEM).has("example")) {
            gaps.add("no problem with an example as " + code);
        }
    }

    private void checkParameter(JsonNode parameter, Set<String> gaps) {
        if (parameter.path("required").asBoolean(false) && !parameter.has("example")) {
            checkSchema("parameter " + parameter.path("name").asString(), parameter.path("schema"), Set.of(), gaps);
        }
    }

    private void checkContent(String where, JsonNode content, Set<String> gaps) {
        for (var media : content.properties()) {
            if (media.getKey().contains("*")) {
                gaps.add("any content as " + where);
            }
            var body = media.getValue();
            if (!body.has("example") && !body.has("examples")) {
                if (media.getKey().equals(JSON)) {
                    checkSchema(where, body.path("schema"), Set.of(), gaps);
                } else {
                    gaps.add("no example of the %s of %s".formatted(media.getKey(), where));
                }
            }
        }
    }

    /** @param seen the references on the way, because a schema may contain itself */
    private void checkSchema(String where, JsonNode schema, Set<String> seen, Set<String> gaps) {
        var reference = schema.path("$ref").asString("");
        if (seen.contains(reference) || hasExample(schema)) {
            return;
        }
        if (!reference.isEmpty()) {
            var further = new HashSet<>(seen);
            further.add(reference);
            checkSchema(where, resolve(schema), further, gaps);
        } else if (schema.has("properties")) {
            schema.path("properties")
                    .forEachEntry((name, member) -> checkSchema(where + "." + name, member, seen, gaps));
        } else if (schema.has("items")) {
            checkSchema(where, schema.path("items"), seen, gaps);
        } else if (types(schema).contains("string")
                || types(schema).contains("integer")
                || types(schema).contains("number")) {
            gaps.add("no example of " + where);
        }
    }

    private static boolean hasExample(JsonNode schema) {
        return schema.has("example")
                || schema.has("enum")
                || FORMATS_WITH_EXAMPLE.contains(schema.path("format").asString(""));
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(type.asString(""));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
