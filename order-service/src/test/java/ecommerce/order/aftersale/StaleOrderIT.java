package ecommerce.order.aftersale;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Changes a confirmed order for two lamps with the entity tag that the caller has read. */
class StaleOrderIT extends OrderServiceTest {

    private static final Map<String, Object> ONE_LAMP =
            Map.of("items", List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 1)));

    private String order;

    @BeforeEach
    void confirmAnOrder() {
        order = shop.orderLamps("tok_approved");
        awaitPosition(order, "DONE");
    }

    @Test
    void refusesToChangeAnOrderThatHasChanged() {
        var before = shop.read(order);
        var stale = shop.staff().with("If-Match", "\"0\"");

        for (var change : List.of("cancel", "return", "retry", "refund")) {
            stale.post(order + "/" + change, null).expectStatus().isEqualTo(412);
        }
        stale.post(order + "/close", Map.of("outcome", "WRITTEN_OFF", "note", "Too late"))
                .expectStatus()
                .isEqualTo(412);
        stale.with("Idempotency-Key", "stale")
                .post(order + "/cancel", ONE_LAMP)
                .expectStatus()
                .isEqualTo(412);

        assertThat(shop.read(order)).isEqualTo(before);
    }

    @Test
    void changesAnOrderThatHasNotChangedAndAnswersWithItsNewTag() {
        var answer = shop.customer().with("If-Match", tag()).post(order + "/cancel", null);

        assertThat(body(answer).get("orderStatus")).isEqualTo("CANCELLED");
        answer.expectHeader().valueEquals("ETag", tag());
    }

    @Test
    void answersARepeatedRequestAlthoughItHasChangedTheOrder() {
        var request = shop.customer().with("If-Match", tag());
        cancelOne(request, "key").expectStatus().isOk();

        cancelOne(request, "key").expectStatus().isOk();
        cancelOne(request, "another-key").expectStatus().isEqualTo(412);

        assertThat(shop.read(order).get("items").toString()).contains("cancelledQuantity=1");
    }

    private ResponseSpec cancelOne(TestRequests request, String key) {
        return request.with("Idempotency-Key", key).post(order + "/cancel", ONE_LAMP);
    }

    private String tag() {
        return Objects.requireNonNull(shop.customer()
                .get(order)
                .returnResult(Map.class)
                .getResponseHeaders()
                .getETag());
    }
}
