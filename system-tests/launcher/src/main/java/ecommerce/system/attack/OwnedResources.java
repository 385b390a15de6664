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
     * Makes an order, a refund, a cart and a favourite for a customer, and collects the ids of what the customer has.
     *
     * @throws IllegalStateException if the shop refuses a request
     */
    static OwnedResources create(Account owner) {
        var ids = new HashMap<String, String>();
        var user = owner.get("/api/users/me").body();
        var product = text(first(owner, "/api/products?size=1&inStock=true"), "productId");
        ids.put("userId", text(user, "userId"));
        ids.put("credentialId", text(user, "userId"));
        ids.put("username", text(user.path("credential"), "username"));
        ids.put("signInId", text(first(owner, "/api/auth/sign-ins"), "signInId"));
        ids.put("productId", product);
        ids.put("addressId", text(first(owner, "/api/addresses"), "addressId"));
        ids.put(
                "likeDate",
                send(owner, "PUT", "/api/favourites/" + product, null).text("likeDate"));
        ids.putAll(refund(owner, order(owner, product)));
        var order = order(owner, product);
        ids.put("orderId", order);
        ids.put("shippingId", text(await(owner, "/api/shippings?orderId=" + order), "shippingId"));
        ids.put("cartId", send(owner, "POST", "/api/carts", null).text("cartId"));
        return new OwnedResources(ids);
    }

    private static String order(Account owner, String product) {
        var cart = send(owner, "POST", "/api/carts", null).number("cartId");
        var item = Map.of("productId", product, "orderedQuantity", 1);
        send(owner, "POST", "/api/carts/%d/items".formatted(cart), item);
        var payment = Map.of("paymentToken", "tok_approved", "acceptPriceChanges", true);
        return send(owner, "POST", "/api/orders", payment).text("orderId");
    }

    /** Cancels an order that is paid, and returns the ids of its payment and refund. */
    private static Map<String, String> refund(Account owner, String order) {
        var payments = "/api/payments?orderId=" + order;
        var payment = text(await(owner, payments + "&paymentStatus=CAPTURED"), "paymentId");
        send(owner, "POST", "/api/orders/%s/cancel".formatted(order), null);
        var refund = await(owner, "/api/payments/%s/refunds".formatted(payment));
        return Map.of("paymentId", payment, "refundId", text(refund, "refundId"));
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
    private static JsonNode await(Account owner, String list) {
        for (var attempt = 0; attempt < 120; attempt++) {
            var found = first(owner, list);
            if (!found.isMissingNode()) {
                return found;
            }
            Account.pause(400, 600);
        }
        throw new IllegalStateException("Nothing appears in " + list);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    /** Returns whether a member of this entry has the id of a resource of the customer. */
    boolean isNamedBy(JsonNode entry, String member) {
        return text(entry, member).equals(ids.get(member));
    }

    /** Returns bodies that name these resources, by their requests: each with a method and a path. */
    Map<String, Object> bodiesWithIds() {
        var user = ids.get("userId");
        var address = Map.of(
                "addressId", ids.get("addressId"), "fullAddress", "Stolen 1", "postalCode", "00000", "city", "X");
        var favourite = Map.of("productId", ids.get("productId"), "userId", user);
        return Map.of(
                "PUT /api/users",
                Map.of("userId", user, "firstName", "E", "lastName", "Ve", "email", "eve@example.com"),
                "PUT /api/credentials",
                Map.of("credentialId", user, "currentPassword", "bob-password", "password", "a stolen account"),
                "PUT /api/addresses",
                address,
                "PUT /api/address",
                address,
                "POST /api/carts",
                Map.of("userId", user),
                "POST /api/favourites",
                favourite,
                "PUT /api/favourites",
                favourite,
                "POST /api/orders",
                Map.of("cart", Map.of("cartId", ids.get("cartId")), "paymentToken", "tok_approved"));
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
