package ecommerce.system.attack;

import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Lets one customer try everything that belongs to another. */
final class OwnershipProbe {

    private final LocalStack stack;
    private final ShopClient gateway;
    private final AttackReport report;

    OwnershipProbe(LocalStack stack, ShopClient gateway, AttackReport report) {
        this.stack = stack;
        this.gateway = gateway;
        this.report = report;
    }

    /** Sends requests for the owner's resources with the stranger's token. None may succeed or change a table. */
    void run(List<Endpoint> endpoints, String owner, String stranger) {
        var owned = resourcesOf(owner);
        var touching = endpoints.stream()
                .filter(endpoint -> endpoint.access().equals("signed-in"))
                .filter(endpoint ->
                        owned.keySet().stream().anyMatch(id -> endpoint.path().contains("{" + id + "}")))
                .filter(endpoint -> !endpoint.path().contains("/favourites/{productId}"))
                .toList();
        var before = DatabaseDigest.whenQuiet(stack.databaseUrl());
        for (var endpoint : touching) {
            var direct = new ShopClient(stack.uri(endpoint.service()));
            for (var door : List.of(direct, gateway)) {
                var answer = send(door, endpoint, owned, stranger);
                report.count();
                if (answer.status() < 400 || answer.status() >= 500) {
                    report.find("%s of another customer: %s".formatted(endpoint, answer));
                }
            }
        }
        var changed = DatabaseDigest.of(stack.databaseUrl()).changedSince(before);
        if (!changed.isEmpty()) {
            report.find("Requests of a stranger have changed the tables %s".formatted(changed));
        }
        requireVisible(touching, owned, owner);
    }

    /** Checks that the owner can read the resources. Otherwise the stranger's refusals would prove nothing. */
    private void requireVisible(List<Endpoint> endpoints, Map<String, String> owned, String owner) {
        for (var endpoint : endpoints) {
            if (endpoint.method().equals("GET") && !endpoint.path().contains("{likeDate}")) {
                report.count();
                var answer = send(gateway, endpoint, owned, owner);
                if (!answer.is(200)) {
                    report.find("%s by its owner: %s".formatted(endpoint, answer));
                }
            }
        }
    }

    private Map<String, String> resourcesOf(String owner) {
        var ids = new HashMap<String, String>();
        var user = get("/api/users/me", owner);
        ids.put("userId", user.text("userId").isEmpty() ? Long.toString(user.number("userId")) : user.text("userId"));
        ids.put("username", user.body().path("credential").path("username").asString());
        ids.put("credentialId", ids.get("userId"));
        var product =
                first("/api/products?size=1&inStock=true", "").path("productId").asString();
        var cart = post("/api/carts", Map.of(), owner);
        post(
                "/api/carts/%d/items".formatted(cart.number("cartId")),
                Map.of("productId", product, "orderedQuantity", 1),
                owner);
        var order = post("/api/orders", Map.of("paymentToken", "tok_approved", "acceptPriceChanges", true), owner);
        ids.put("orderId", Long.toString(order.number("orderId")));
        ids.put("cartId", Long.toString(post("/api/carts", Map.of(), owner).number("cartId")));
        ids.put("addressId", first("/api/addresses", owner).path("addressId").asString());
        gateway.send("PUT", "/api/favourites/" + product, owner, Map.of(), Map.of());
        ids.put("productId", product);
        return ids;
    }

    private JsonNode first(String list, String token) {
        return get(list, token).body().path("collection").path(0);
    }

    private Answer get(String path, String token) {
        return gateway.send("GET", path, token, null, Map.of());
    }

    private Answer post(String path, Object body, String token) {
        return gateway.send(
                "POST",
                path,
                token,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static Answer send(ShopClient door, Endpoint endpoint, Map<String, String> ids, String token) {
        return endpoint.send(door, endpoint.path(ids), token, Map.of("Idempotency-Key", "intruder"));
    }
}
