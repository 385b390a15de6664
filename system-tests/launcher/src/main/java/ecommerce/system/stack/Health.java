package ecommerce.system.stack;

import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the readiness of services through their health endpoints, the registry and the gateway. */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final List<ServiceDefinition> DESCRIBED = ServiceDefinition.behindGateway();
    private static final List<ServiceDefinition> CALLERS = DESCRIBED.stream()
            .filter(service -> service.isCaller() || service.equals(ServiceDefinition.PROXY_CLIENT))
            .toList();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final int offset;

    public Health(int offset) {
        this.offset = offset;
    }

    public boolean isReady(Instance instance) {
        return get("http://localhost:%d/actuator/health/readiness".formatted(instance.managementPort(offset)))
                .contains("\"status\":\"UP\"");
    }

    /** Returns the registry's content as JSON; empty if the registry doesn't respond. */
    public String registry() {
        return get("http://localhost:%d/eureka/apps".formatted(ServiceDefinition.SERVICE_DISCOVERY.port(offset)));
    }

    public boolean isRegistered(Instance instance, String registry) {
        var entry = "\"app\":\"%s\"[^{}]*\"status\":\"UP\"[^{}]*\"port\":\\{\"\\$\":%d,"
                .formatted(instance.service().serviceName().toUpperCase(Locale.ROOT), instance.port(offset));
        return Pattern.compile(entry).matcher(registry).find();
    }

    /**
     * Returns whether the gateway reaches every service, and every calling service knows the others. Their copies of
     * the registry are up to some seconds old.
     */
    boolean isSettled() {
        return DESCRIBED.stream().allMatch(this::isReached) && CALLERS.stream().allMatch(this::knowsTheOthers);
    }

    /**
     * Returns whether the gateway reaches a service. Any response below 500 counts, because the gateway returns a 5xx
     * if it reaches no instance.
     */
    private boolean isReached(ServiceDefinition service) {
        var path = service == ServiceDefinition.PROXY_CLIENT ? "app/" : service.serviceName() + "/api/";
        return send("http://localhost:%d/%s".formatted(ServiceDefinition.API_GATEWAY.port(offset), path))
                .filter(answer -> answer.statusCode() < 500)
                .isPresent();
    }

    private boolean knowsTheOthers(ServiceDefinition caller) {
        var health = get("http://localhost:%d/actuator/health/neighbours".formatted(caller.managementPort(offset)));
        return DESCRIBED.stream()
                .allMatch(service -> health.contains(service.serviceName().toUpperCase(Locale.ROOT)));
    }

    /** Returns the body of a 200; empty for any other response or none. */
    private String get(String uri) {
        return send(uri)
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body)
                .orElse("");
    }

    private Optional<HttpResponse<String>> send(String uri) {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
