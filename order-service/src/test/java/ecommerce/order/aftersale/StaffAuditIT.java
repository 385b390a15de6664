package ecommerce.order.aftersale;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffAuditIT extends OrderServiceTest {

    @Test
    void recordsWhatStaffChangeAndNotWhatCustomersChange() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        shop.customer()
                .patch(order, Map.of("orderDesc", "Ring once"))
                .expectStatus()
                .isOk();

        shop.staff()
                .patch(order, Map.of("orderDesc", "Ring twice"))
                .expectStatus()
                .isOk();
        shop.staff()
                .post(order + "/cancel", Map.of("reason", "Out of stock"))
                .expectStatus()
                .isOk();

        shop.staff()
                .get("/api/orders/audit?subjectType=order&subjectId=" + order.substring("/api/orders/".length()))
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("order.cancel", "order.change"))
                .jsonPath("$.collection[0].details.reason")
                .isEqualTo("Out of stock");
    }

    @Test
    void recordsARefusalAndNothingIfTheOrderIsCancelledAlready() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        var cancel = Map.of("reason", "Out of stock");
        shop.staff().post(order + "/cancel", cancel).expectStatus().isOk();
        shop.awaitStatus(order, "CANCELLED");

        shop.staff()
                .changingNothing()
                .post(order + "/cancel", cancel)
                .expectStatus()
                .isOk();
        shop.staff().post(order + "/refund", null).expectStatus().isEqualTo(409);

        shop.staff()
                .get("/api/orders/audit?subjectType=request&subjectId=POST%20" + order + "/refund")
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("request.refused"))
                .jsonPath("$.collection[0].details.status")
                .isEqualTo(409);
    }

    @Test
    void recordsTheUseOfSomebodyElsesOrderAndNotOfAMissingOne() {
        var order = shop.orderLamps("tok_approved");
        var stranger = TestRequests.as(client, TestTokens.user(3_000_002));

        stranger.get(order).expectStatus().isNotFound();
        stranger.get("/api/orders/999999999").expectStatus().isNotFound();

        shop.staff()
                .get("/api/orders/audit?actorId=3000002")
                .expectBody()
                .jsonPath("$.collection[*].subjectId")
                .isEqualTo(List.of("GET " + order))
                .jsonPath("$.collection[0].details.status")
                .isEqualTo(404);
    }

    @Test
    void recordsWhatStaffChangeInACart() {
        var cart = shop.cartWithLamps();
        var line = cart + "/items/" + TestShop.LAMP;
        shop.staff().put(line, Map.of("orderedQuantity", 2)).expectStatus().isOk();
        shop.staff().delete(line).expectStatus().isOk();
        shop.staff()
                .post(cart + "/items", Map.of("productId", TestShop.LAMP, "orderedQuantity", 1))
                .expectStatus()
                .is2xxSuccessful();
        shop.staff().delete(cart).expectStatus().isNoContent();

        shop.staff()
                .get("/api/orders/audit?subjectType=cart&subjectId=" + cart.substring("/api/carts/".length()))
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("cart.abandon", "cart.change", "cart.change", "cart.change"))
                .jsonPath("$.collection[1].details.userId")
                .isEqualTo(shop.userId());
    }
}
