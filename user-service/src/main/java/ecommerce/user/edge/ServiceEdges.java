package ecommerce.user.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls between services, read from {@code infra/services.json}, which the build adds to the jar.
 *
 * @param scopes the scopes by the names of caller and callee
 */
public record ServiceEdges(Map<String, Map<String, List<String>>> scopes) {

    public static ServiceEdges read() {
        var services = new JsonMapper()
                .readTree(ServiceEdges.class.getResourceAsStream("/services.json"))
                .get("services");
        var edges = new TreeMap<String, Map<String, List<String>>>();
        services.valueStream()
                .filter(service -> service.has("calls"))
                .forEach(service -> edges.put(service.get("name").asString(), calls(service.get("calls"))));
        return new ServiceEdges(edges);
    }

    private static Map<String, List<String>> calls(JsonNode calls) {
        var scopes = new TreeMap<String, List<String>>();
        calls.forEachEntry((callee, list) ->
                scopes.put(callee, list.valueStream().map(JsonNode::asString).toList()));
        return scopes;
    }

    /** Returns the names of the services that call others. */
    public List<String> callers() {
        return List.copyOf(scopes.keySet());
    }

    /** Returns the scopes of a caller by callee. */
    public Map<String, List<String>> callsOf(String caller) {
        return scopes.getOrDefault(caller, Map.of());
    }

    /** Returns the environment variable with the secret of a service. */
    public static String secretOf(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }
}
