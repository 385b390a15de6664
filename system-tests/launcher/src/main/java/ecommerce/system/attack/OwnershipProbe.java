package ecommerce.system.attack;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets one customer try everything that belongs to another. */
final class OwnershipProbe {

    /** Lists that take the id of a user, which only staff may choose. */
    private static final List<String> LISTS = List.of(
            "/api/orders",
            "/api/carts",
            "/api/payments",
            "/api/shippings",
            "/api/favourites",
            "/api/addresses",
            "/api/auth/sign-ins");

    /**
     * Paths with variables that name nothing of another customer: the caller's own favourite, a guest's cart, which
     * belongs to whoever knows its id, and verification tokens, which nobody has.
     */
    private static final Set<String> OF_NOBODY_ELSE = Set.of(
            "/api/favourites/{productId}",
            "/api/carts/guests/{guestCartId}/merge",
            "/api/verificationTokens/{verificationTokenId}");

    private final LocalStack stack;
    private final ShopClient gateway;
    private final AttackReport report;

    OwnershipProbe(LocalStack stack, ShopClient gateway, AttackReport report) {
        this.stack = stack;
        this.gateway = gateway;
        this.report = report;
    }

    /** Sends valid requests for the owner's resources with the stranger's token. None may succeed or change a table. */
    void run(List<Endpoint> endpoints, Account owner, String stranger) {
        var owned = OwnedResources.create(owner);
        var touching = endpoints.stream()
                .filter(endpoint -> endpoint.access().equals("signed-in"))
                .filter(Endpoint::hasVariables)
                .filter(endpoint -> !OF_NOBODY_ELSE.contains(endpoint.path()))
                .toList();
        requireIds(touching, owned);
        var before = DatabaseDigest.whenQuiet(stack.databaseUrl());
        tryLists(owned, stranger);
        for (var endpoint : touching) {
            for (var door : List.of(new ShopClient(stack.uri(endpoint.service())), gateway)) {
                expectRefusal(endpoint, send(door, endpoint, owned, stranger));
            }
        }
        tryIdsInBodies(owned, stranger);
        tryToEndAllSignIns(owned, stranger);
        var changed = DatabaseDigest.whenQuiet(stack.databaseUrl()).changedSince(before);
        if (!changed.isEmpty()) {
            report.find("Requests of a stranger have changed the tables %s".formatted(changed));
        }
        requireVisible(touching, owned, owner.token());
    }

    /** An id that doesn't exist is refused in any case, which would prove nothing. */
    private void requireIds(List<Endpoint> endpoints, OwnedResources owned) {
        endpoints.stream()
                .filter(endpoint -> !endpoint.hasOnlyVariables(owned.ids().keySet()))
                .forEach(endpoint ->
                        report.find("%s can't be tried: OwnedResources lacks an id of its path".formatted(endpoint)));
    }

    private void expectRefusal(Object what, Answer answer) {
        report.count();
        if (!answer.is(403) && !answer.is(404)) {
            report.find("%s of another customer: %s".formatted(what, answer));
        }
    }

    /** Some paths take the id in the body, where clients of this family of systems send it. */
    private void tryIdsInBodies(OwnedResources owned, String stranger) {
        owned.bodiesWithIds().forEach((request, body) -> {
            var parts = request.split(" ");
            expectRefusal(request, gateway.send(parts[0], parts[1], stranger, body, Map.of()));
        });
    }

    private void tryToEndAllSignIns(OwnedResources owned, String stranger) {
        var request = "/api/auth/sign-ins?userId=" + owned.ids().get("userId");
        expectRefusal("DELETE " + request, gateway.send("DELETE", request, stranger, null, Map.of()));
    }

    /** A customer's list shows what belongs to the customer, whatever user it asks for. */
    private void tryLists(OwnedResources owned, String stranger) {
        for (var list : LISTS) {
            var answer = gateway.send("GET", list + "?userId=" + owned.ids().get("userId"), stranger, null, Map.of());
            report.count();
            for (var entry : answer.body().path("collection")) {
                if (owned.isNamedBy(entry, "userId") || owned.isNamedBy(entry, "signInId")) {
                    report.find("%s shows another customer's entries".formatted(list));
                }
            }
        }
    }

    /** Checks that the owner can read the resources. Otherwise the stranger's refusals would prove nothing. */
    private void requireVisible(List<Endpoint> endpoints, OwnedResources owned, String owner) {
        for (var endpoint : endpoints) {
            if (endpoint.method().equals("GET")) {
                report.count();
                var answer = send(gateway, endpoint, owned, owner);
                if (!answer.is(200)) {
                    report.find("%s by its owner: %s".formatted(endpoint, answer));
                }
            }
        }
    }

    private static Answer send(ShopClient door, Endpoint endpoint, OwnedResources owned, String token) {
        return door.send(
                endpoint.method(),
                endpoint.path(owned.ids()),
                token,
                owned.body(endpoint),
                Map.of("Idempotency-Key", "intruder"));
    }
}
