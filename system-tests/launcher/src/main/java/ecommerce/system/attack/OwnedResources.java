package ecommerce.system.attack;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Resources of one customer, and valid requests about them.
 *
 * @param ids the values of path variables
 */
record OwnedResources(Map<String, String> ids) {

    /**
     * Makes an order and a cart for a customer, and collects the ids of what the customer has.
     *
     * @throws IllegalStateException if the shop refuses a request
     */
    static OwnedResources create(Account owner) {
        var ids = new HashMap<String, String>();
        var user = owner.get("/api/users/me").body();
        var product = first(owner, "/api/products?size=1&inStock=true")
                .path("productId")
                .asString();
        ids.put("userId", user.path("userId").asString());
        ids.put("credentialId", user.path("userId").asString());
        ids.put("username", user.path("credential").path("username").asString());
        ids.put("productId", product);
        var cart = send(owner, "POST", "/api/carts", null).number("cartId");
        var item = Map.of("productId", product, "orderedQuantity", 1);
        send(owner, "POST", "/api/carts/%d/items".formatted(cart), item);
        var payment = Map.of("paymentToken", "tok_approved", "acceptPriceChanges", true);
        var order = send(owner, "POST", "/api/orders", payment).text("orderId");
        ids.put("orderId", order);
        ids.put(
                "paymentId",
                awaitFirst(owner, "/api/payments?orderId=" + order)
                        .path("paymentId")
                        .asString());
        ids.put(
                "shippingId",
                awaitFirst(owner, "/api/shippings?orderId=" + order)
                        .path("shippingId")
                        .asString());
        ids.put("cartId", send(owner, "POST", "/api/carts", null).text("cartId"));
        ids.put("addressId", first(owner, "/api/addresses").path("addressId").asString());
        send(owner, "PUT", "/api/favourites/" + product, Map.of());
        return new OwnedResources(ids);
    }

    private static Answer send(Account owner, String method, String path, @Nullable Object body) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var answer = owner.send(method, path, body, key);
        if (answer.status() >= 400) {
            throw new IllegalStateException("%s %s: %s".formatted(method, path, answer));
        }
        return answer;
    }

    private static JsonNode first(Account owner, String list) {
        return owner.get(list).body().path("collection").path(0);
    }

    /** Waits until a list has an entry, because the order is carried on after the response. */
    private static JsonNode awaitFirst(Account owner, String list) {
        for (var attempt = 0; attempt < 120; attempt++) {
            var found = first(owner, list);
            if (!found.isMissingNode()) {
                return found;
            }
            Account.pause(400, 600);
        }
        throw new IllegalStateException("Nothing appears in " + list);
    }

    /** Returns a body that passes validation, so that only the owner check can refuse the request; null for none. */
    @Nullable
    Object body(Endpoint endpoint) {
        var address = Map.of("fullAddress", "Stolen 1", "postalCode", "00000", "city", "Elsewhere");
        var item = Map.of("productId", ids.get("productId"), "orderedQuantity", 1);
        return switch (endpoint.method() + " " + endpoint.path()) {
            case "PUT /api/users/{userId}" -> Map.of("firstName", "E", "lastName", "Ve", "email", "eve@example.com");
            case "PUT /api/users/{userId}/password" ->
                Map.of("currentPassword", "bob-password", "newPassword", "a stolen account");
            case "PUT /api/addresses/{addressId}", "PUT /api/address/{addressId}" -> address;
            case "PUT /api/credentials/{credentialId}" -> Map.of("username", "stolen", "password", "a stolen account");
            case "POST /api/carts/{cartId}/items" -> item;
            case "PUT /api/carts/{cartId}/items/{productId}" -> Map.of("orderedQuantity", 1);
            case "POST /api/orders/{orderId}/return-requests" -> Map.of("items", List.of(item), "reason", "Mine now");
            default -> List.of("POST", "PUT", "PATCH").contains(endpoint.method()) ? Map.of() : null;
        };
    }
}
