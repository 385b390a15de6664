package ecommerce.order.cart;

import static ecommerce.defaults.test.database.LostConnections.endConnectionThatWaitsFor;

import ecommerce.order.OrderServiceTest;
import org.junit.jupiter.api.Test;

class LostConnectionIT extends OrderServiceTest {

    /** The rollback fails too, because the connection pool has closed the connection. favourite-service has the same test for JDBC. */
    @Test
    void answers503IfTheDatabaseEndsTheConnectionOfATransaction() throws Exception {
        var customer = shop.customer();

        endConnectionThatWaitsFor("order_service.cart", () -> customer.post("/api/carts", null))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "2");

        customer.post("/api/carts", null).expectStatus().isCreated();
    }
}
