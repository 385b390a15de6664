package ecommerce.order.order;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds an order for two lamps among those of all customers. */
class FindingOrdersIT extends OrderServiceTest {

    private String order;

    @BeforeEach
    void orderForAPersonWithAUniqueName() {
        order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        jdbc.sql("UPDATE orders SET recipient_name = ?, recipient_email = ? WHERE order_id = ?")
                .params("María 100%er " + shop.userId(), "Maria_" + shop.userId() + "@example.org", orderId())
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email=Maria_%d@example.org",
                "email=mARIA_%d%%40",
                "recipient=%d",
                "recipient=mar%%C3%%8Da&email=maria_%d",
                "recipient=100%%25er%%20%d",
                "productId=900001&userId=%d",
                "productId=900001&email=maria_%d&recipient=&orderStatus="
            })
    void findsTheOrdersOfAProductAndOfARecipient(String query) {
        assertThat(found(shop.staff(), query)).containsExactly(orderId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email=aria_%d",
                "email=mari__%d",
                "recipient=ía&userId=%d",
                "recipient=1%%25&userId=%d",
                "productId=900002&userId=%d"
            })
    void findsNeitherPartsOfWordsNorPatterns(String query) {
        assertThat(found(shop.staff(), query.replace("í", "%%C3%%AD"))).isEmpty();
    }

    @Test
    void findsOnlyTheOwnOrdersOfACustomer() {
        var query = "email=maria_%d&productId=900001";

        assertThat(found(shop.customer(), query)).containsExactly(orderId());
        assertThat(found(new TestShop(client).customer(), query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"productId,0", "productId,lamp", "email,255", "recipient,201"})
    void refusesInvalidValues(String parameter, String value) {
        var text = parameter.equals("productId") ? value : "a".repeat(Integer.parseInt(value));
        for (var response : List.of(
                shop.customer().get("/api/orders?%s=%s".formatted(parameter, text)),
                shop.staff().post("/api/orders/retry?%s=%s".formatted(parameter, text), null))) {
            response.expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(parameter);
        }
    }

    private List<Long> found(TestRequests caller, String query) {
        var orders = (List<?>) body(caller.get("/api/orders?" + query.formatted(shop.userId())))
                .get("collection");
        return orders.stream()
                .map(found -> TestRequests.number((Map<?, ?>) found, "orderId"))
                .toList();
    }

    private long orderId() {
        return Long.parseLong(id(order));
    }
}
