package ecommerce.defaults.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls between services, as {@code infra/services.json} lists them. */
final class ServiceEdges {

    private static final JsonNode LIST = new JsonMapper().readTree(Path.of("..", "infra", "services.json"));
    private static final JsonNode SERVICES = LIST.get("services");

    private ServiceEdges() {}

    static JsonNode services() {
        return SERVICES;
    }

    /** Returns the names of the secrets that all services share. */
    static JsonNode sharedSecrets() {
        return LIST.get("shared_secrets");
    }

    /** Returns the services that a service calls, and the common audience. */
    static List<String> audienceOf(String caller) {
        var audience = new ArrayList<>(List.of("ecommerce"));
        audience.addAll(callsOf(caller).propertyNames());
        return audience;
    }

    /** Returns all scopes of a service, separated by blanks. */
    static String scopesOf(String caller) {
        var scopes = new ArrayList<String>();
        callsOf(caller).forEach(list -> list.forEach(scope -> scopes.add(scope.asString())));
        return String.join(" ", scopes);
    }

    private static JsonNode callsOf(String caller) {
        for (var service : SERVICES) {
            if (service.get("name").asString().equals(caller)) {
                return service.path("calls");
            }
        }
        return SERVICES.path("none");
    }
}
