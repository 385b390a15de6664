package ecommerce.system.attack;

import java.util.Set;

/**
 * A caller of the access matrix.
 *
 * @param kind what the token says
 * @param audience the services that accept the token of a service
 * @param scopes the scopes of a service's token
 */
record Intruder(String name, String token, Kind kind, Set<String> audience, Set<String> scopes) {

    enum Kind {
        ANONYMOUS,
        CUSTOMER,
        STAFF,
        SERVICE,
        INVALID
    }

    static Intruder of(String name, String token, Kind kind) {
        return new Intruder(name, token, kind, Set.of(), Set.of());
    }

    /** Returns the status with which an endpoint must refuse this caller; 0 if it must not. */
    int refusal(Endpoint endpoint) {
        if (endpoint.isPublic()) {
            return 0;
        }
        return switch (kind) {
            case ANONYMOUS, INVALID -> 401;
            case CUSTOMER -> endpoint.isInternal() || endpoint.isStaffOnly() ? 403 : 0;
            case STAFF -> endpoint.isInternal() ? 403 : 0;
            case SERVICE -> refusalOfService(endpoint);
        };
    }

    private int refusalOfService(Endpoint endpoint) {
        if (!audience.contains(endpoint.service().serviceName())) {
            return 401;
        }
        return endpoint.isInternal() && scopes.contains(endpoint.scope()) ? 0 : 403;
    }

    @Override
    public String toString() {
        return name;
    }
}
