package ecommerce.system.attack.fuzz;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes values for the schemas of an OpenAPI document: plausible ones, and ones that break careless code. */
final class RandomValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEPTH = 6;

    /**
     * The accounts of other parts of the attack. Random requests with their names or ids could lock them out, or change,
     * block or delete them.
     */
    static final Set<String> ACCOUNTS = Set.of("admin", "alice", "bob");

    /** The smallest id that a value has. The ids of {@link #ACCOUNTS} are smaller. */
    static final int SMALLEST_ID = 4;

    /** The largest id that a plausible value has. */
    static final int LARGEST_ID = 24;

    /** Texts for parameters, and for strings of bodies. */
    private static final List<String> HOSTILE_TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "'; DROP TABLE product; --",
            "%",
            "_",
            "\\",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost:1/a}",
            "#{1+1}",
            "../../../etc/passwd",
            "-1",
            "0",
            "00",
            "1e3",
            "1e2147483647",
            "+7",
            "７",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "1.5",
            "NaN",
            "null",
            "undefined",
            "true",
            "0000-00-00T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-02-30T00:00:00Z",
            "name,desc",
            "unknown,asc",
            ",",
            "W/\"1\"",
            "\"999999\"",
            "*",
            "\uD83D\uDED2",
            "e\u0301\u200F\u202E",
            "\uFFFF",
            "x".repeat(300),
            "y".repeat(5_000));

    /** JSON values that are right for hardly any member. */
    private static final List<String> HOSTILE_JSON = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[null]",
            "[[[[[[[[]]]]]]]]",
            "-1",
            "0",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e1000000000",
            "1e2147483647",
            "0.0000000000000000001",
            "99999999999999999999999999999999",
            "9223372036854775808",
            "-9223372036854775808",
            "2147483648",
            "123456789012345678901234567890.99",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"7\"",
            "{\"$ref\":\"#\"}",
            "{\"@type\":\"java.lang.String\"}");

    private final Random random;
    private final OpenApiDocument document;

    RandomValues(OpenApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** Returns the text of a path variable, query parameter or header. */
    String text(JsonNode schema) {
        if (random.nextInt(3) == 0) {
            return pick(HOSTILE_TEXTS);
        }
        var value = JSON.readTree(plausible(schema, DEPTH));
        return value.isArray() ? value.path(0).asString("") : value.asString("");
    }

    /** Returns a JSON text for a body, which may be invalid. */
    String json(JsonNode schema) {
        return json(schema, DEPTH);
    }

    private String json(JsonNode schema, int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> pick(HOSTILE_JSON);
            case 1 -> JSON.writeValueAsString(pick(HOSTILE_TEXTS));
            default -> plausible(schema, depth);
        };
    }

    private String plausible(JsonNode reference, int depth) {
        var schema = document.resolve(reference);
        var example = schema.path("example");
        if (isUsable(example) && random.nextBoolean()) {
            return example.toString();
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .toString();
        }
        return switch (type(schema)) {
            case "integer" -> Integer.toString(random.nextInt(SMALLEST_ID, LARGEST_ID + 1));
            case "number" -> "%d.%02d".formatted(random.nextInt(100), random.nextInt(100));
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "array" -> depth == 0 ? "[]" : array(schema.path("items"), depth - 1);
            case "string" -> string(schema.path("format").asString(""));
            default -> depth == 0 ? "{}" : object(schema, depth - 1);
        };
    }

    private static boolean isUsable(JsonNode example) {
        return !example.isMissingNode()
                && !ACCOUNTS.contains(example.asString(""))
                && !(example.isIntegralNumber() && example.longValue() < SMALLEST_ID);
    }

    /** OpenAPI 3.1 allows a list of types; the first that isn't {@code null} counts. */
    private static String type(JsonNode schema) {
        for (var type : schema.path("type")) {
            if (!type.asString().equals("null")) {
                return type.asString();
            }
        }
        return schema.path("type").asString("object");
    }

    private String array(JsonNode items, int depth) {
        return random.ints(random.nextInt(4), 0, 1)
                .mapToObj(ignored -> json(items, depth))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Leaves out a tenth of the members. */
    private String object(JsonNode schema, int depth) {
        return schema.path("properties").properties().stream()
                .filter(member -> random.nextInt(10) > 0)
                .map(member -> JSON.writeValueAsString(member.getKey()) + ":" + json(member.getValue(), depth))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String string(String format) {
        var word = "w" + random.nextInt(1_000);
        return switch (format) {
            case "date-time" -> "\"2026-01-%02dT10:00:00Z\"".formatted(1 + random.nextInt(28));
            case "uuid" -> "\"00000000-0000-4000-8000-%012d\"".formatted(random.nextInt(10));
            case "email" -> "\"%s@example.com\"".formatted(word);
            case "uri" -> "\"https://example.com/%s.png\"".formatted(word);
            default -> '"' + word + '"';
        };
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
