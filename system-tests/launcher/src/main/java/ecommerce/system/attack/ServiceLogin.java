package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs services in, with the secrets of the profile {@code local}. */
final class ServiceLogin {

    private static final JsonMapper JSON = new JsonMapper();

    /** In every token, because the previous version of the callees requires it. */
    private static final String COMMON_AUDIENCE = "ecommerce";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final AttackReport report;

    ServiceLogin(URI gateway, AttackReport report) {
        this.gateway = gateway;
        this.report = report;
    }

    /**
     * Signs a service in for calls to another; empty if there is no such call. Reports a token that says more or less than the
     * list of services, and a token for a call that isn't listed.
     */
    Optional<Intruder> signIn(ServiceDefinition caller, ServiceDefinition callee) {
        var scopes = caller.calls().get(callee.serviceName());
        var response = requestToken(caller, "&resource=http://" + callee.serviceName());
        report.count();
        if (scopes == null) {
            if (response.statusCode() != 400 || !response.body().contains("invalid_target")) {
                report.find("%s asks for a token for %s: %s".formatted(caller, callee, response.body()));
            }
            return Optional.empty();
        }
        var intruder = intruder("%s for %s".formatted(caller, callee), response);
        if (!intruder.scopes().equals(Set.copyOf(scopes))
                || !intruder.audience().equals(Set.of(callee.serviceName(), COMMON_AUDIENCE))) {
            report.find("The token of %s has the scopes %s and the audience %s"
                    .formatted(intruder, intruder.scopes(), intruder.audience()));
        }
        return Optional.of(intruder);
    }

    /** Signs a service in as the previous version does, for all of its calls. */
    Intruder signInForAll(ServiceDefinition caller) {
        return intruder("%s for all".formatted(caller), requestToken(caller, ""));
    }

    private HttpResponse<String> requestToken(ServiceDefinition caller, String resource) {
        var name = caller.serviceName();
        var secret = "local-" + name.replace("-service", "");
        var credentials = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(gateway.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + resource))
                .build());
    }

    private static Intruder intruder(String name, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s gets no token: %s".formatted(name, response.body()));
        }
        var token = JSON.readTree(response.body()).get("access_token").asString();
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        var audience = claims.get("aud").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        var scopes = Set.of(claims.get("scope").asString().split(" "));
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
