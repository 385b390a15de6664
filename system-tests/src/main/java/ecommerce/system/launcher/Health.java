package ecommerce.system.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** How far services are, as they and the registry say. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final int offset;

    Health(int offset) {
        this.offset = offset;
    }

    boolean isReady(ServiceDefinition service) {
        return get("http://localhost:%d/actuator/health/readiness".formatted(service.managementPort(offset)))
                .contains("\"status\":\"UP\"");
    }

    /** What the registry knows, as JSON; empty if it doesn't answer. */
    String registry() {
        return get("http://localhost:%d/eureka/apps".formatted(ServiceDefinition.SERVICE_DISCOVERY.port(offset)));
    }

    static boolean isRegistered(ServiceDefinition service, String registry) {
        var instance = "\"app\":\"%s\"[^{}]*\"status\":\"UP\"".formatted(service.serviceName().toUpperCase());
        return Pattern.compile(instance).matcher(registry).find();
    }

    private String get(String uri) {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
