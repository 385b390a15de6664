package ecommerce.order.checkout;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.order.TestShop.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.order.OrderServiceTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Verifies that an order never costs more than the customer has been shown. */
class ConsentIT extends OrderServiceTest {

    private static final Map<String, Object> ACCEPT =
            Map.of("paymentToken", "tok_approved", "acceptPriceChanges", true);

    private String cart;

    @BeforeEach
    void fillTheCart() {
        sellLamps("10.00", 9);
        cart = shop.cartWithLamps();
    }

    @Test
    void coversOnlyThePriceThatTheLastRefusalShowed() {
        sellLamps("12.50", 9);
        refused(shop.checkOut("key", "tok_approved"), 12.5);
        sellLamps("99.00", 9);

        refused(order(ACCEPT), 99.0);

        assertThat(body(order(ACCEPT)).get("orderFee")).isEqualTo(198.0);
    }

    @Test
    void doesNotCoverThePriceOfAnEarlierRefusal() {
        sellLamps("99.00", 9);
        refused(order(ACCEPT), 99.0);
        sellLamps("12.50", 9);
        refused(shop.checkOut("key", "tok_approved"), 12.5);
        sellLamps("99.00", 9);

        refused(order(ACCEPT), 99.0);
        sellLamps("11.00", 9);

        assertThat(body(order(ACCEPT)).get("orderFee")).isEqualTo(22.0);
    }

    @Test
    void isTheExpectedTotalIfThereIsOne() {
        sellLamps("8.00", 9);
        order(Map.of("paymentToken", "tok_approved", "expectedTotal", 20))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(16.0)
                .jsonPath("$.expectedTotal")
                .isEqualTo(20)
                .jsonPath("$.lines[0].oldPrice")
                .isEqualTo(10.0)
                .jsonPath("$.lines[0].newPrice")
                .isEqualTo(8.0)
                .jsonPath("$.lines[0].difference")
                .isEqualTo(-4.0);
        sellLamps("12.00", 9);

        var placed = order(Map.of("paymentToken", "tok_approved", "expectedTotal", 24))
                .expectStatus()
                .isCreated();
        var order = placed.returnResult(String.class).getResponseBody();
        assertThat(order(Map.of("paymentToken", "tok_approved", "expectedTotal", "24.00"))
                        .expectHeader()
                        .valueEquals("Idempotent-Replayed", "true")
                        .returnResult(String.class)
                        .getResponseBody())
                .isEqualTo(order);
        order(Map.of("paymentToken", "tok_approved", "expectedTotal", 25))
                .expectStatus()
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "20.001", "1e30", "1234567890123456789"})
    void needsAValidExpectedTotal(String expectedTotal) {
        order(Map.of("paymentToken", "tok_approved", "expectedTotal", expectedTotal))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("expectedTotal");
    }

    @Test
    void isLimitedToTheCartOfTheCondition() {
        var shown = tag();
        shop.customer()
                .put(cart + "/items/" + LAMP, Map.of("orderedQuantity", 9))
                .expectStatus()
                .isOk();
        conditional(shown).expectStatus().isEqualTo(412);
        var changed = tag();
        sellLamps("9.00", 9);
        conditional(changed).expectStatus().isEqualTo(412);

        assertThat(body(conditional(tag())).get("orderFee")).isEqualTo(81.0);
        conditional(changed).expectStatus().isCreated().expectHeader().valueEquals("Idempotent-Replayed", "true");
    }

    private ResponseSpec order(Map<String, Object> request) {
        return shop.customer().with("Idempotency-Key", "key").post("/api/orders", request);
    }

    private ResponseSpec conditional(String tag) {
        return shop.customer()
                .with("Idempotency-Key", "conditional")
                .with("If-Match", tag)
                .post("/api/orders", Map.of("paymentToken", "tok_approved"));
    }

    private static void refused(ResponseSpec answer, double newPrice) {
        answer.expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.priceChanges[0].newPrice")
                .isEqualTo(newPrice);
    }

    private String tag() {
        var headers = shop.customer().get(cart).returnResult(String.class).getResponseHeaders();
        return Objects.requireNonNull(headers.getETag());
    }
}
