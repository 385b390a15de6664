package ecommerce.system.torture;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Simulates staff while customers buy: splits, ships, delivers and loses parcels, corrects deliveries, cancels and
 * returns orders and single pieces, and refunds as goodwill. The ids decide what happens to an order.
 */
final class Staff implements Runnable {

    private final Account account;
    private final Seen seen;
    private final BooleanSupplier goesOn;

    Staff(Account account, Seen seen, BooleanSupplier goesOn) {
        this.account = account;
        this.seen = seen;
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            workOnReadyParcels();
            workOnShippedParcels();
            workOnConfirmedOrders();
            workOnDeliveredOrders();
            Account.pause(500, 1500);
        }
    }

    private void workOnReadyParcels() {
        for (var parcel : list("/api/shippings?shippingStatus=READY&sort=shippingId,desc&size=50")) {
            var orderId = parcel.path("orderId").asLong();
            if (orderId % 5 == 1 && parcel.path("part").asInt() == 1) {
                count(seen.splits, account.post(path(parcel, "/split"), Map.of("items", onePiece(parcel))));
            }
            if (orderId % 3 == 0) {
                move(parcel, "SHIPPED");
            }
        }
    }

    private void workOnShippedParcels() {
        for (var parcel : list("/api/shippings?shippingStatus=SHIPPED&sort=shippingId,desc&size=50")) {
            var shippingId = parcel.path("shippingId").asLong();
            if (parcel.hasNonNull("failure")) {
                continue;
            }
            if (shippingId % 11 == 0) {
                count(
                        seen.lostParcels,
                        account.post(path(parcel, "/failure"), Map.of("failure", "LOST", "reason", "Gone")));
            } else if (parcel.path("orderId").asLong() % 2 == 0) {
                move(parcel, "DELIVERED");
                if (shippingId % 7 == 0) {
                    var correction = Map.of("shippingStatus", "SHIPPED", "reason", "Another house");
                    count(seen.corrections, account.post(path(parcel, "/corrections"), correction));
                }
            }
        }
    }

    private void workOnConfirmedOrders() {
        for (var order : list("/api/orders?orderStatus=CONFIRMED&sort=orderId,desc&size=30")) {
            var orderId = order.path("orderId").asLong();
            if (orderId % 5 < 2 && isUntouched(order)) {
                count(seen.partCancels, change(orderId, "cancel", order, true));
            }
            if (orderId % 7 == 3) {
                refund(orderId);
            }
        }
    }

    private void workOnDeliveredOrders() {
        for (var order : list("/api/orders?orderStatus=DELIVERED&sort=orderId,desc&size=50")) {
            var orderId = order.path("orderId").asLong();
            if (orderId % 4 == 0) {
                takeBack(orderId);
            } else if (isUntouched(order)) {
                count(seen.partReturns, change(orderId, "return", order, orderId % 4 == 2));
            }
        }
    }

    /** Returns whether no pieces of the order were cancelled or returned. */
    private static boolean isUntouched(JsonNode order) {
        return order.path("items")
                .valueStream()
                .allMatch(item -> item.path("cancelledQuantity").asInt()
                                + item.path("returnedQuantity").asInt()
                        == 0);
    }

    private Answer change(long orderId, String how, JsonNode order, boolean restock) {
        var request = Map.of("items", onePiece(order), "restock", restock, "reason", "One less");
        return account.send(
                "POST",
                "/api/orders/%d/%s".formatted(orderId, how),
                request,
                Map.of("Idempotency-Key", "%s-%d".formatted(how, orderId)));
    }

    /** Refunds an order once. The idempotency key is derived from the order's id. */
    private void refund(long orderId) {
        var payments = list("/api/payments?orderId=" + orderId);
        for (var payment : payments) {
            var refund = Map.of("amount", "0.01", "reason", "Goodwill");
            var path = "/api/payments/%d/refunds"
                    .formatted(payment.path("paymentId").asLong());
            var key =
                    UUID.nameUUIDFromBytes(new byte[] {(byte) orderId, (byte) (orderId >> 8), (byte) (orderId >> 16)});
            if (account.send("POST", path, refund, Map.of("Idempotency-Key", key.toString()))
                    .is(201)) {
                seen.goodwill.add(orderId);
            }
        }
    }

    private void move(JsonNode parcel, String status) {
        account.patch(path(parcel, ""), Map.of("shippingStatus", status));
    }

    private void takeBack(long orderId) {
        var answer = account.post("/api/orders/%d/return".formatted(orderId), Map.of("reason", "Too big"));
        if (answer.is(200) || answer.is(202)) {
            seen.returned.add(orderId);
        }
    }

    private Iterable<JsonNode> list(String path) {
        return account.get(path).body().path("collection");
    }

    private static List<Map<String, Object>> onePiece(JsonNode whole) {
        var item = whole.path("items").path(0);
        return List.of(Map.of("productId", item.path("productId").asLong(), "orderedQuantity", 1));
    }

    private static String path(JsonNode parcel, String action) {
        return "/api/shippings/%d%s".formatted(parcel.path("shippingId").asLong(), action);
    }

    private static void count(AtomicInteger counter, Answer answer) {
        if (answer.is(200) || answer.is(201) || answer.is(202)) {
            counter.incrementAndGet();
        }
    }
}
