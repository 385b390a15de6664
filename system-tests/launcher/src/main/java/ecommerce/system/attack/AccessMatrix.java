package ecommerce.system.attack;

import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.util.List;

/** Sends a request to every endpoint as every caller, straight to the service's port and through the gateway. */
final class AccessMatrix {

    private final LocalStack stack;
    private final ShopClient gateway;
    private final AttackReport report;
    private final boolean whole;

    /** @param whole whether to use the aliases of the gateway, and to try endpoints of libraries with all callers of a kind */
    AccessMatrix(LocalStack stack, ShopClient gateway, AttackReport report, boolean whole) {
        this.stack = stack;
        this.gateway = gateway;
        this.report = report;
        this.whole = whole;
    }

    /** Sends the requests that must be refused. They must leave the databases unchanged. */
    void tryRefused(List<Endpoint> endpoints, List<Intruder> intruders) {
        var before = DatabaseDigest.whenQuiet(stack.databaseUrl());
        forEach(endpoints, intruders, true);
        var changed = DatabaseDigest.whenQuiet(stack.databaseUrl()).changedSince(before);
        if (!changed.isEmpty()) {
            report.find("Refused requests have changed the tables %s".formatted(changed));
        }
    }

    /** Sends the requests that must not be refused, so that the refusals prove something. */
    void tryAllowed(List<Endpoint> endpoints, List<Intruder> intruders) {
        forEach(endpoints, intruders, false);
    }

    private void forEach(List<Endpoint> endpoints, List<Intruder> intruders, boolean refused) {
        for (var endpoint : endpoints) {
            if (endpoint.access().equals("forwarded")) {
                // The gateway lets everybody through to the service, whose endpoints are in the table.
                continue;
            }
            var service = endpoint.service();
            var direct = new ShopClient(endpoint.isManagement() ? stack.managementUri(service) : stack.uri(service));
            for (var intruder : callers(endpoint, intruders)) {
                if (intruder.refusal(endpoint) > 0 == refused) {
                    judge(endpoint, intruder, "directly", send(endpoint, intruder, direct, endpoint.unknownPath()));
                    throughGateway(endpoint, intruder);
                }
            }
        }
    }

    private List<Intruder> callers(Endpoint endpoint, List<Intruder> intruders) {
        return whole || !endpoint.isOfALibrary() ? intruders : Intruder.oneOfAKind(intruders);
    }

    private static Answer send(Endpoint endpoint, Intruder intruder, ShopClient door, String path) {
        return endpoint.send(door, path, "", intruder.headers());
    }

    private void throughGateway(Endpoint endpoint, Intruder intruder) {
        for (var path : paths(endpoint)) {
            var answer = send(endpoint, intruder, gateway, path);
            if (endpoint.isInternal()) {
                report.count();
                if (!isUnknown(answer)) {
                    report.find(
                            "%s is reachable through the gateway as %s: %s".formatted(endpoint, path, answer.status()));
                }
            } else {
                judge(endpoint, intruder, "through the gateway as " + path, answer);
            }
        }
    }

    /**
     * Returns whether no service knows the path. The web shop's pages answer 403 to a form without a token before they look
     * for the page; they see the path with its prefix.
     */
    private static boolean isUnknown(Answer answer) {
        return answer.is(404) || answer.is(403) && answer.text("instance").startsWith("/app/");
    }

    private List<String> paths(Endpoint endpoint) {
        if (!endpoint.isBehindGateway()) {
            return List.of();
        }
        var path = endpoint.unknownPath();
        if (!whole || !(path.startsWith("/api/") || endpoint.isInternal())) {
            return List.of(path);
        }
        return List.of(path, "/" + endpoint.service().serviceName() + path, "/app" + path);
    }

    private void judge(Endpoint endpoint, Intruder intruder, String door, Answer answer) {
        report.count();
        var expected = intruder.refusal(endpoint);
        var isRight = expected > 0 ? answer.is(expected) : isLetIn(endpoint, answer);
        if (!isRight) {
            report.find("%s %s by %s: %d instead of %s"
                    .formatted(endpoint, door, intruder, answer.status(), expected > 0 ? expected : "letting it in"));
        }
        var isPage = answer.content().startsWith("<") && answer.status() >= 400 && !endpoint.isOfALibrary();
        if (answer.content().contains("\tat ") || isPage) {
            report.find("%s %s by %s shows a stack trace or HTML".formatted(endpoint, door, intruder));
        }
    }

    /**
     * Returns whether the request reached the endpoint, which may have its own reasons to refuse it. Those who know the
     * password of Eureka or the config server may get a 500 from these libraries.
     */
    private static boolean isLetIn(Endpoint endpoint, Answer answer) {
        var mayFail = endpoint.access().equals("password");
        return !answer.is(401) && !answer.is(403) && answer.status() > 0 && (answer.status() < 500 || mayFail);
    }
}
