package ecommerce.system.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code infra/services.json}, which the build copies to the class path. */
final class ServiceList {

    private ServiceList() {}

    static List<ServiceDefinition> read() {
        var services = new JsonMapper()
                .readTree(ServiceList.class.getResourceAsStream("/services.json"))
                .get("services");
        return IntStream.range(0, services.size())
                .mapToObj(position -> service(position, services.get(position)))
                .toList();
    }

    private static ServiceDefinition service(int position, JsonNode service) {
        var name = service.get("name").asString();
        var calls = new TreeMap<String, List<String>>();
        service.path("calls").forEachEntry((callee, scopes) -> calls.put(callee, texts(scopes)));
        var secrets = new ArrayList<>(texts(service.path("secrets")));
        if (!calls.isEmpty()) {
            secrets.add(name.replace('-', '_').toUpperCase(Locale.ROOT) + "_SECRET");
        }
        return new ServiceDefinition(
                name,
                position,
                service.get("port").asInt(),
                Optional.ofNullable(service.get("database")).map(JsonNode::asString),
                List.copyOf(secrets),
                Map.copyOf(calls));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
