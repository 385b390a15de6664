package ecommerce.system.attack;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
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

    /** Makes an order and a cart for a customer, and collects the ids of what the customer has. */
    static OwnedResources create(ShopClient gateway, String token) {
        var shop = new Session(gateway, token);
        var ids = new HashMap<String, String>();
        var user = shop.get("/api/users/me").body();
        var product = shop.first("/api/products?size=1&inStock=true")
                .path("productId")
                .asString();
        ids.put("userId", user.path("userId").asString());
        ids.put("credentialId", user.path("userId").asString());
        ids.put("username", user.path("credential").path("username").asString());
        ids.put("productId", product);
        var cart = shop.post("/api/carts", null).number("cartId");
        shop.post("/api/carts/%d/items".formatted(cart), Map.of("productId", product, "orderedQuantity", 1));
        var order = shop.post("/api/orders", Map.of("paymentToken", "tok_approved", "acceptPriceChanges", true));
        ids.put("orderId", order.body().path("orderId").asString());
        ids.put(
                "paymentId",
                shop.awaitFirst("/api/payments?orderId=" + ids.get("orderId"))
                        .path("paymentId")
                        .asString());
        ids.put(
                "shippingId",
                shop.awaitFirst("/api/shippings?orderId=" + ids.get("orderId"))
                        .path("shippingId")
                        .asString());
        ids.put("cartId", Long.toString(shop.post("/api/carts", null).number("cartId")));
        ids.put("addressId", shop.first("/api/addresses").path("addressId").asString());
        gateway.send("PUT", "/api/favourites/" + product, token, Map.of(), Map.of());
        return new OwnedResources(ids);
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

    private record Session(ShopClient gateway, String token) {

        Answer get(String path) {
            return gateway.send("GET", path, token, null, Map.of());
        }

        Answer post(String path, @Nullable Object body) {
            return gateway.send(
                    "POST",
                    path,
                    token,
                    body,
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        }

        JsonNode first(String list) {
            return get(list).body().path("collection").path(0);
        }

        /** Waits until a list has an entry, because the order is carried on after the response. */
        JsonNode awaitFirst(String list) {
            for (var attempt = 0; attempt < 120; attempt++) {
                var found = first(list);
                if (!found.isMissingNode()) {
                    return found;
                }
                Account.pause(400, 600);
            }
            throw new IllegalStateException("Nothing appears in " + list);
        }
    }
}
