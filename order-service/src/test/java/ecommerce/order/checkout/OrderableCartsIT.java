package ecommerce.order.checkout;

import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.order.TestShop.DESK;
import static ecommerce.order.TestShop.LAMP;
import static ecommerce.order.TestShop.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.order.OrderServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class OrderableCartsIT extends OrderServiceTest {

    private record Answer(HttpStatusCode status, Map<?, ?> body) {}

    @Test
    void reportsTheOrderOfACartThatWasAlreadyOrdered() throws Exception {
        shop.cartWithLamps();
        var answers = atOnce(List.of(checkingOut("first"), checkingOut("second")));

        assertThat(answers).extracting(answer -> answer.status().value()).containsExactlyInAnyOrder(201, 409);
        var orderId = orderId(answers, 201);
        assertThat(orderId(answers, 409)).isEqualTo(orderId);
        assertThat(checkingOut("later").call().body())
                .extracting("detail")
                .isEqualTo("This cart was already ordered as order %d".formatted(orderId));
    }

    @Test
    void reportsUnavailableLines() {
        var cart = shop.cartWithLamps();
        shop.customer()
                .put(cart + "/items/" + DESK, Map.of("orderedQuantity", 1))
                .expectStatus()
                .isOk();
        sellLamps("10.50", 1);

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.unavailable.length()")
                .isEqualTo(2)
                .jsonPath("$.unavailable[?(@.productId == %d)].available".formatted(LAMP))
                .isEqualTo(1)
                .jsonPath("$.unavailable[?(@.productTitle == 'Desk')].available")
                .isEqualTo(0);
        shop.customer().get(cart).expectBody().jsonPath("$.total").isEqualTo(10.5);
        shop.customer().delete(cart + "/items/" + DESK).expectStatus().isOk();
        shop.customer()
                .put(cart + "/items/" + LAMP, Map.of("orderedQuantity", 1))
                .expectStatus()
                .isOk();
        shop.checkOut("key", "tok_approved").expectStatus().isCreated();
    }

    @Test
    void ordersACartDuringConcurrentChanges() throws Exception {
        var cart = shop.cartWithLamps();
        Callable<Answer> add =
                () -> answer(shop.customer().post(cart + "/items", Map.of("productId", LAMP, "orderedQuantity", 1)));
        var answers = atOnce(List.of(add, checkingOut("key"), add));

        assertThat(answers.get(1).status().value()).isEqualTo(201);
        var added = List.of(answers.get(0), answers.get(2)).stream()
                .filter(answer -> answer.status().is2xxSuccessful())
                .count();
        assertThat(answers.get(1).body().get("orderFee")).isEqualTo(10.5 * (2 + added));
    }

    @Test
    void sendsTheOrderToAnyOfTheCustomersAddresses() {
        NEIGHBOURS
                .server()
                .stubFor(WireMock.get(WireMock.urlPathMatching("/internal/users/\\d+/addresses/101"))
                        .willReturn(WireMock.okJson("""
                        {"addressId":101,"fullAddress":"101 Long Road","postalCode":"1","city":"Cali"}
                        """)));
        shop.cartWithLamps();

        shop.customer()
                .with("Idempotency-Key", "key")
                .post("/api/orders", Map.of("paymentToken", "tok_approved", "addressId", 101))
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .value(order -> assertThat(order).contains("101 Long Road"));
    }

    @Test
    void sendsTheOrderToTheOldestAddress() {
        shop.cartWithLamps();

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .value(order -> assertThat(order).contains("Calle 10"));
        NEIGHBOURS
                .server()
                .verify(0, WireMock.getRequestedFor(WireMock.urlPathMatching("/internal/users/\\d+/addresses")));
    }

    @Test
    void readsTheAddressThatThePreviousVersionOfUserServiceDoesNotAnswerWith() {
        NEIGHBOURS.override(WireMock.get(WireMock.urlPathMatching("/internal/users/\\d+/contact"))
                .willReturn(WireMock.okJson("{\"name\":\"Ada Example\"}")));
        shop.cartWithLamps();

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .value(order -> assertThat(order).contains("Calle 10", "Ada Example"));
    }

    private Callable<Answer> checkingOut(String key) {
        return () -> answer(shop.checkOut(key, "tok_approved"));
    }

    private static Answer answer(ResponseSpec response) {
        var result = response.returnResult(Map.class);
        return new Answer(result.getStatus(), Objects.requireNonNull(result.getResponseBody()));
    }

    private static long orderId(List<Answer> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.status().value() == status)
                .map(answer -> number(answer.body(), "orderId"))
                .findFirst()
                .orElseThrow();
    }
}
