package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs services in, with the secrets of the profile {@code local}. */
final class ServiceLogin {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;

    ServiceLogin(URI gateway) {
        this.gateway = gateway;
    }

    /** Signs a service in for calls to another; empty if user-service refuses, because there is no such call. */
    Optional<Intruder> signIn(ServiceDefinition caller, ServiceDefinition callee) {
        var name = caller.serviceName();
        var secret = "local-" + name.replace("-service", "");
        var credentials = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(gateway.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&resource=http://" + callee.serviceName()))
                .build();
        var response = send(request);
        if (response.statusCode() != 200) {
            return Optional.empty();
        }
        var token = JSON.readTree(response.body()).get("access_token").asString();
        return Optional.of(intruder("%s for %s".formatted(caller, callee), token));
    }

    private static Intruder intruder(String name, String token) {
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        Set<String> audience = new HashSet<>();
        for (JsonNode each : claims.get("aud")) {
            audience.add(each.asString());
        }
        var scopes = Set.copyOf(Arrays.asList(claims.get("scope").asString().split(" ")));
        return new Intruder(name, token, Intruder.Kind.SERVICE, audience, scopes);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The token endpoint doesn't respond", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
