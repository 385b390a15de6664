package ecommerce.system.torture;

import ecommerce.system.client.Account;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Ships every third order, delivers every second of those and takes half of these back. */
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
            work();
            Account.pause(500, 1500);
        }
    }

    private void work() {
        var ready = account.get("/api/shippings?shippingStatus=READY&sort=shippingId,desc&size=50").body().path("collection");
        for (var shipping : ready) {
            if (shipping.path("orderId").asLong() % 3 == 0) {
                move(shipping.path("shippingId").asLong(), "SHIPPED");
            }
        }
        var shipped = account.get("/api/shippings?shippingStatus=SHIPPED&sort=shippingId,desc&size=50").body().path("collection");
        for (var shipping : shipped) {
            if (shipping.path("orderId").asLong() % 2 == 0) {
                move(shipping.path("shippingId").asLong(), "DELIVERED");
            }
        }
        var delivered = account.get("/api/orders?orderStatus=DELIVERED&sort=orderId,desc&size=50").body().path("collection");
        for (var order : delivered) {
            var orderId = order.path("orderId").asLong();
            if (orderId % 4 == 0) {
                takeBack(orderId);
            }
        }
    }

    private void move(long shippingId, String status) {
        account.patch("/api/shippings/" + shippingId, Map.of("shippingStatus", status));
    }

    private void takeBack(long orderId) {
        var answer = account.post("/api/orders/%d/return".formatted(orderId), Map.of("reason", "Too big"));
        if (answer.is(200) || answer.is(202)) {
            seen.returned.add(orderId);
        }
    }
}
