package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A caller of the access matrix.
 *
 * @param kind what the credentials say
 * @param audience the services that accept the token of a service, or the password
 * @param scopes the scopes of a service's token
 */
record Intruder(String name, String token, Kind kind, Set<String> audience, Set<String> scopes) {

    enum Kind {
        ANONYMOUS,
        CUSTOMER,
        STAFF,
        SERVICE,
        /** Credentials in the form of a token that nobody may accept. */
        INVALID,
        /** The password with which services sign in at the registry or cloud-config. The token is the password. */
        PASSWORD
    }

    static Intruder of(String name, String token, Kind kind) {
        return new Intruder(name, token, kind, Set.of(), Set.of());
    }

    /** Returns a caller who knows the password of the registry or cloud-config, in the profile {@code local}. */
    static Intruder withPasswordOf(ServiceDefinition service, String password) {
        return new Intruder(
                "somebody with the password of " + service,
                password,
                Kind.PASSWORD,
                Set.of(service.serviceName()),
                Set.of());
    }

    /** Returns the first caller of each kind, and everybody who knows a password. */
    static List<Intruder> oneOfAKind(List<Intruder> intruders) {
        var kinds = EnumSet.noneOf(Kind.class);
        return intruders.stream()
                .filter(intruder -> kinds.add(intruder.kind) || intruder.kind == Kind.PASSWORD)
                .toList();
    }

    /** Returns the credentials as a header; none for nobody. */
    Map<String, String> headers() {
        if (token.isEmpty()) {
            return Map.of();
        }
        return Map.of("Authorization", kind == Kind.PASSWORD ? basic("shop", token) : "Bearer " + token);
    }

    static String basic(String username, String password) {
        var credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Returns the status with which an endpoint must refuse this caller; 0 if it must not. */
    int refusal(Endpoint endpoint) {
        return switch (endpoint.access()) {
            case "public" -> 0;
            case "open" -> isRefusedBy(endpoint.service()) ? 401 : 0;
            case "password" -> kind == Kind.PASSWORD && isFor(endpoint.service()) ? 0 : 401;
            case "client", "session", "staff-session" -> 401;
            case "form", "session-form", "staff-form" -> 403;
            default -> refusalOfToken(endpoint);
        };
    }

    private int refusalOfToken(Endpoint endpoint) {
        var staffOnly = endpoint.access().equals("staff");
        return switch (kind) {
            case ANONYMOUS, INVALID, PASSWORD -> 401;
            case CUSTOMER -> endpoint.isInternal() || staffOnly ? 403 : 0;
            case STAFF -> endpoint.isInternal() ? 403 : 0;
            case SERVICE -> refusalOfService(endpoint);
        };
    }

    private int refusalOfService(Endpoint endpoint) {
        if (!isFor(endpoint.service())) {
            return 401;
        }
        return endpoint.isInternal() && scopes.contains(endpoint.scope()) ? 0 : 403;
    }

    /** Returns whether the service checks credentials of this kind, and these are wrong. */
    private boolean isRefusedBy(ServiceDefinition service) {
        return switch (kind) {
            case INVALID -> !service.checksPasswords();
            case SERVICE -> !service.checksPasswords() && !isFor(service);
            case PASSWORD -> service.checksPasswords() && !isFor(service);
            case ANONYMOUS, CUSTOMER, STAFF -> false;
        };
    }

    private boolean isFor(ServiceDefinition service) {
        return audience.contains(service.serviceName());
    }

    @Override
    public String toString() {
        return name;
    }
}
