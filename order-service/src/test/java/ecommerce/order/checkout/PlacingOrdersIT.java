package ecommerce.order.checkout;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.order.TestShop.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import ecommerce.order.OrderServiceTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PlacingOrdersIT extends OrderServiceTest {

    @Test
    void placesOneOrderOfACartForConcurrentRequestsWithDifferentKeys() throws Exception {
        shop.cartWithLamps();
        Callable<Integer> checkOut = () -> shop.checkOut(UUID.randomUUID().toString(), "tok_approved")
                .returnResult(String.class)
                .getStatus()
                .value();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(Collections.nCopies(8, checkOut)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    @Test
    void refusesAPriceAboveThatOfTheCart() {
        var cart = shop.cartWithLamps();
        jdbc.sql("UPDATE cart_item SET price_unit = 1 WHERE cart_id = ?")
                .param(Long.valueOf(id(cart)))
                .update();

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.priceChanges[0].productId")
                .isEqualTo(LAMP)
                .jsonPath("$.priceChanges[0].newPrice")
                .isEqualTo(10.5);
        shop.customer()
                .with("Idempotency-Key", "key")
                .post("/api/orders", Map.of("paymentToken", "tok_approved", "acceptPriceChanges", true))
                .expectStatus()
                .isCreated();
    }

    @Test
    void placesOneOrderWithoutAKey() {
        shop.cartWithLamps();
        var request = Map.of("paymentToken", "tok_approved");

        var order = number(body(shop.customer().post("/api/orders", request)), "orderId");

        shop.customer()
                .post("/api/orders", request)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.orderId")
                .isEqualTo(order);
        shop.customer()
                .get("/api/orders")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
    }

    @Test
    void refusesAnInvalidOrder() {
        shop.checkOut("no cart", "tok_approved").expectStatus().isEqualTo(400);
        shop.checkOut("no-cart", "tok_approved").expectStatus().isEqualTo(409);
        shop.openCart();
        shop.checkOut("empty", "tok_approved").expectStatus().isEqualTo(409);
        shop.cartWithLamps();
        for (var noToken : List.of(Map.of(), Map.of("paymentToken", " "))) {
            shop.customer()
                    .with("Idempotency-Key", "k")
                    .post("/api/orders", noToken)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("paymentToken");
        }
        shop.customer()
                .with("Idempotency-Key", "address")
                .post("/api/orders", Map.of("paymentToken", "tok_approved", "addressId", 5))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void refusesAnOrderAboveTheMaximumAmount() {
        sellLamps("9999999999.99", 9);
        shop.cartWithLamps();

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The order costs 19999999999.98, but the maximum is 9999999999.99. Order fewer pieces.");
        shop.customer()
                .get("/api/orders")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
    }

    @Test
    void confirmsAFreeOrderWithoutAPayment() {
        sellLamps("0.00", 9);
        shop.cartWithLamps();
        var placed = body(shop.customer().with("Idempotency-Key", "key").post("/api/orders", Map.of()));
        var order = "/api/orders/" + number(placed, "orderId");

        shop.awaitStatus(order, "CONFIRMED");

        NEIGHBOURS.server().verify(0, WireMock.putRequestedFor(urlPathMatching("/internal/payments/" + id(order))));
        NEIGHBOURS.server().verify(0, post("/internal/payments/%s/capture", order));
    }

    @Test
    void confirmsAFreeOrderWithAnyToken() {
        sellLamps("0.00", 9);

        var order = shop.orderLamps("tok_declined");

        shop.awaitStatus(order, "CONFIRMED");
    }

    private static RequestPatternBuilder post(String path, String order) {
        return postRequestedFor(urlPathMatching(path.formatted(id(order))));
    }
}
