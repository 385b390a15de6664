package ecommerce.system.attack.fuzz;

import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A request for an operation.
 *
 * @param target the path with its query, encoded
 * @param caller the number of the caller that sends it
 * @param headers the headers apart from {@code Authorization}
 * @param content the body; empty if there is none
 */
record RandomRequest(Operation operation, String target, int caller, Map<String, String> headers, byte[] content) {

    /** Characters that end a header, and characters that a client can't send in one. */
    private static final String NOT_IN_HEADERS = "[^\\x20-\\x7e]";

    static RandomRequest of(Operation operation, RandomValues values, Random random) {
        var headers = new TreeMap<>(Map.of("Idempotency-Key", "fuzz-" + random.nextInt(1_000_000_000)));
        var target = target(operation, values, random, headers);
        var content = content(operation, values, random);
        if (operation.mediaType() != null) {
            headers.put("Content-Type", mediaType(operation.mediaType(), random));
        }
        return new RandomRequest(operation, target, random.nextInt(FuzzCallers.COUNT), headers, content);
    }

    /** @param tokens the access tokens of the callers */
    Answer send(ShopClient door, List<String> tokens) {
        return door.sendRaw(operation.method(), target, tokens.get(caller), content, headers);
    }

    private static String target(Operation operation, RandomValues values, Random random, Map<String, String> headers) {
        var path = operation.path();
        var query = new StringBuilder();
        for (var parameter : operation.parameters()) {
            var text = values.text(parameter.schema());
            if (parameter.in().equals("path")) {
                path = path.replace("{%s}".formatted(parameter.name()), encode(text.isBlank() ? "0" : text));
            } else if (parameter.in().equals("header")) {
                headers.put(parameter.name(), text.replaceAll(NOT_IN_HEADERS, "?"));
            } else if (random.nextInt(4) > 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encode(parameter.name()))
                        .append('=')
                        .append(encode(text));
            }
        }
        return path + query;
    }

    private static byte[] content(Operation operation, RandomValues values, Random random) {
        if (operation.mediaType() == null) {
            return new byte[0];
        }
        var json = values.json(operation.body());
        var text = switch (random.nextInt(20)) {
            case 0 -> json.substring(0, json.length() / 2);
            case 1 -> json + json;
            case 2 -> "";
            default -> json;
        };
        return text.getBytes(random.nextInt(30) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static String mediaType(String expected, Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> "text/plain";
            case 1 -> "application/xml";
            case 2 -> "nonsense";
            case 3 -> expected + ";charset=nonsense";
            default -> expected;
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "%s %s %s %s"
                .formatted(operation.method(), target, headers, new String(content, StandardCharsets.UTF_8));
    }
}
