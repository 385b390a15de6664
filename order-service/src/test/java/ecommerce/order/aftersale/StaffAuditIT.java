package ecommerce.order.aftersale;

import ecommerce.order.OrderServiceTest;
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
}
