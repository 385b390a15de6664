package ecommerce.product.stock.movement;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class OrderMovementIT {

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long tent;
    long stove;
    long order;

    @BeforeEach
    void sellTwoProducts() {
        staff = TestRequests.as(client, TestTokens.admin());
        tent = new TestCatalogue(client).product(10);
        stove = new TestCatalogue(client).product(10);
        order = System.nanoTime();
        reserve(order);
        reserve(order + 1);
        TestRequests.as(client, TestTokens.service("order-service"))
                .post("/internal/reservations/%d/commit".formatted(order), Map.of())
                .expectStatus()
                .isOk();
    }

    @Test
    void listsTheMovementsOfAnOrder() {
        var movements = movements("size=3");

        assertThat(JsonPath.<List<String>>read(movements, "$.collection[*].reason"))
                .containsExactly("RESERVED", "RESERVED", "SOLD");
        assertThat(JsonPath.<List<Integer>>read(movements, "$.collection[0:2].reservedDelta"))
                .containsExactlyInAnyOrder(4, 3);
        assertThat(JsonPath.<List<Number>>read(movements, "$.collection[0:2].productId"))
                .extracting(Number::longValue)
                .containsExactlyInAnyOrder(tent, stove);
        assertThat(JsonPath.<List<Number>>read(movements, "$.collection[*].orderId"))
                .extracting(Number::longValue)
                .containsOnly(order);
        assertThat(JsonPath.<Integer>read(movements, "$.page.totalElements")).isEqualTo(4);
        assertThat(JsonPath.<List<String>>read(movements("size=3&page=1"), "$.collection[*].reason"))
                .containsExactly("SOLD");
    }

    @Test
    void allowsOnlyStaff() {
        var path = "/api/products/stock/movements?orderId=" + order;
        TestRequests.as(client, TestTokens.user(7)).get(path).expectStatus().isForbidden();
        staff.get("/api/products/stock/movements").expectStatus().isBadRequest();
    }

    private String movements(String page) {
        var answer = staff.get("/api/products/stock/movements?orderId=%d&%s".formatted(order, page));
        return String.valueOf(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void reserve(long orderId) {
        var items = List.of(Map.of("productId", tent, "quantity", 4), Map.of("productId", stove, "quantity", 3));
        TestRequests.as(client, TestTokens.service("order-service"))
                .put("/internal/reservations/" + orderId, Map.of("items", items))
                .expectStatus()
                .isOk();
    }
}
