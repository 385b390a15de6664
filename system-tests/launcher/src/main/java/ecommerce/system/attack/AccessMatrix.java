package ecommerce.system.attack;

import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.util.List;
import java.util.Map;

/** Sends a request to every endpoint as every caller, straight to the service's port and through the gateway. */
final class AccessMatrix {

    private final LocalStack stack;
    private final ShopClient gateway;
    private final AttackReport report;
    private final boolean aliases;

    /** @param aliases whether to use the aliases of the gateway, too */
    AccessMatrix(LocalStack stack, ShopClient gateway, AttackReport report, boolean aliases) {
        this.stack = stack;
        this.gateway = gateway;
        this.report = report;
        this.aliases = aliases;
    }

    /** Sends the requests that must be refused. They must leave the databases unchanged. */
    void tryRefused(List<Endpoint> endpoints, List<Intruder> intruders) {
        var before = DatabaseDigest.whenQuiet(stack.databaseUrl());
        forEach(endpoints, intruders, true);
        var changed = DatabaseDigest.of(stack.databaseUrl()).changedSince(before);
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
            var direct = new ShopClient(stack.uri(endpoint.service()));
            for (var intruder : intruders) {
                if (intruder.refusal(endpoint) > 0 == refused) {
                    judge(
                            endpoint,
                            intruder,
                            "directly",
                            endpoint.send(direct, endpoint.unknownPath(), intruder.token(), Map.of()));
                    throughGateway(endpoint, intruder);
                }
            }
        }
    }

    private void throughGateway(Endpoint endpoint, Intruder intruder) {
        for (var path : paths(endpoint)) {
            var answer = endpoint.send(gateway, path, intruder.token(), Map.of());
            if (endpoint.isInternal()) {
                report.count();
                if (!answer.is(404)) {
                    report.find(
                            "%s is reachable through the gateway as %s: %s".formatted(endpoint, path, answer.status()));
                }
            } else {
                judge(endpoint, intruder, "through the gateway as " + path, answer);
            }
        }
    }

    private List<String> paths(Endpoint endpoint) {
        var path = endpoint.unknownPath();
        if (!aliases || path.startsWith("/app")) {
            return List.of(path);
        }
        return List.of(path, "/" + endpoint.service().serviceName() + path, "/app" + path);
    }

    private void judge(Endpoint endpoint, Intruder intruder, String door, Answer answer) {
        report.count();
        var expected = intruder.refusal(endpoint);
        var isRight = expected > 0 ? answer.is(expected) : isLetIn(answer);
        if (!isRight) {
            report.find("%s %s by %s: %d instead of %s"
                    .formatted(endpoint, door, intruder, answer.status(), expected > 0 ? expected : "letting it in"));
        }
        if (answer.content().contains("\tat ") || answer.content().startsWith("<")) {
            report.find("%s %s by %s shows a stack trace or HTML".formatted(endpoint, door, intruder));
        }
    }

    /** Returns whether the request reached the endpoint, which may have its own reasons to refuse it. */
    private static boolean isLetIn(Answer answer) {
        return !answer.is(401) && !answer.is(403) && answer.status() > 0 && answer.status() < 500;
    }
}
