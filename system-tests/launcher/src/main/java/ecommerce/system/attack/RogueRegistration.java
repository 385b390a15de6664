package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries to register an instance of user-service at the attacker's address, to change and to remove the genuine one, and
 * to read the settings of the services.
 */
final class RogueRegistration {

    private static final String INSTANCE_ID = "rogue:66.6.6.6:8081";
    private static final Map<String, Object> INSTANCE = Map.of(
            "instance",
            Map.of(
                    "instanceId", INSTANCE_ID,
                    "hostName", "rogue.example.com",
                    "app", "USER-SERVICE",
                    "ipAddr", "66.6.6.6",
                    "vipAddress", "user-service",
                    "status", "UP",
                    "port", Map.of("$", 8081, "@enabled", true),
                    "dataCenterInfo",
                            Map.of(
                                    "@class",
                                    "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo",
                                    "name",
                                    "MyOwn")));

    private final LocalStack stack;
    private final AttackReport report;
    private final ShopClient registry;
    private final ShopClient settings;

    RogueRegistration(LocalStack stack, AttackReport report) {
        this.stack = stack;
        this.report = report;
        this.registry = new ShopClient(stack.uri(ServiceDefinition.SERVICE_DISCOVERY));
        this.settings = new ShopClient(stack.uri(ServiceDefinition.CLOUD_CONFIG));
    }

    /** @param tokens genuine access tokens, none of which is a credential of the registry */
    void run(List<String> tokens) {
        if (!listed().contains("USER-SERVICE")) {
            report.find("The registry's list can't be read without credentials");
        }
        attempt("", Map.of());
        attempt("", Map.of("Authorization", Intruder.basic("shop", "guessed")));
        attempt("", Map.of("Authorization", Intruder.basic("admin", "admin-password")));
        tokens.forEach(token -> attempt(token, Map.of()));
        var listed = listed();
        if (listed.contains(INSTANCE_ID) || !listed.contains("USER-SERVICE")) {
            report.find("The registry's list has changed");
        }
        ServiceDefinition.all().forEach(this::checkHealth);
    }

    private void attempt(String token, Map<String, String> headers) {
        var genuine = "/eureka/apps/USER-SERVICE/user-service:127.0.0.1:%d"
                .formatted(ServiceDefinition.USER_SERVICE.port(stack.portOffset()));
        refuse(registry, "POST", "/eureka/apps/USER-SERVICE", token, headers, INSTANCE);
        refuse(registry, "PUT", genuine, token, headers, null);
        refuse(registry, "PUT", genuine + "/status?value=OUT_OF_SERVICE", token, headers, null);
        refuse(registry, "PUT", genuine + "/metadata?management.port=1", token, headers, null);
        refuse(registry, "DELETE", genuine, token, headers, null);
        refuse(registry, "POST", "/eureka/peerreplication/batch", token, headers, Map.of("replicationList", List.of()));
        refuse(settings, "GET", "/user-service/default", token, headers, null);
        refuse(settings, "GET", "/application-default.yml", token, headers, null);
        refuse(settings, "GET", "/actuator/health", token, headers, null);
        refuse(settings, "POST", "/encrypt", token, headers, Map.of());
    }

    private void refuse(
            ShopClient target,
            String method,
            String path,
            String token,
            Map<String, String> headers,
            @Nullable Object body) {
        report.count();
        var answer = target.send(method, path, token, body, headers);
        if (!answer.is(401)) {
            report.find("%s %s of the registry or cloud-config by a rogue: %d instead of 401"
                    .formatted(method, path, answer.status()));
        }
    }

    /** Everybody may ask whether a service is up, but not why. */
    private void checkHealth(ServiceDefinition service) {
        report.count();
        var health = new ShopClient(stack.managementUri(service)).send("GET", "/actuator/health", "", null, Map.of());
        if (!health.text("status").equals("UP") || health.body().has("components")) {
            report.find("The health of %s shows its details: %s".formatted(service, health));
        }
    }

    private String listed() {
        report.count();
        var answer = list();
        for (var attempt = 1; attempt < 3 && answer.isWorthAnotherTry(); attempt++) {
            answer = list();
        }
        return answer.content();
    }

    private Answer list() {
        return registry.send("GET", "/eureka/apps", "", null, Map.of());
    }
}
