package ecommerce.order.cart;

import static ecommerce.order.TestShop.DESK;
import static ecommerce.order.TestShop.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartIT extends OrderServiceTest {

    TestRequests customer;

    @BeforeEach
    void enter() {
        customer = shop.customer();
    }

    @Test
    void opensOneCartForEachUser() throws Exception {
        Callable<String> open = () -> shop.openCart();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var carts = executor.invokeAll(Collections.nCopies(8, open)).stream()
                    .map(future -> future.resultNow())
                    .distinct();
            assertThat(carts).hasSize(1);
        }
        customer.post("/api/carts", Map.of("userId", shop.userId()))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Location", shop.openCart());
        customer.post("/api/carts", Map.of("userId", 1)).expectStatus().isForbidden();
    }

    @Test
    void readsTheProductsOfAChangedCartOnce() {
        var cart = shop.cartWithLamps();
        NEIGHBOURS.server().resetRequests();

        customer.post(cart + "/items", Map.of("productId", DESK, "orderedQuantity", 1))
                .expectStatus()
                .isOk();

        NEIGHBOURS.server().verify(1, WireMock.getRequestedFor(WireMock.urlPathEqualTo("/internal/products")));
    }

    @Test
    void addsChangesAndRemovesLinesAtCataloguePrices() {
        var cart = shop.openCart();
        var twoLamps = Map.of("productId", LAMP, "orderedQuantity", 2, "priceUnit", 0.01);
        customer.post(cart + "/items", twoLamps).expectStatus().isOk();
        customer.post(cart + "/items", twoLamps).expectStatus().isOk();
        customer.post(cart + "/items", Map.of("productId", DESK, "orderedQuantity", 1))
                .expectStatus()
                .isOk();

        customer.get(cart)
                .expectBody()
                .jsonPath("$.items[0].orderedQuantity")
                .isEqualTo(4)
                .jsonPath("$.items[0].priceUnit")
                .isEqualTo(10.5)
                .jsonPath("$.items[0].available")
                .isEqualTo(5)
                .jsonPath("$.total")
                .isEqualTo(141.5);
        customer.put(cart + "/items/" + LAMP, Map.of("orderedQuantity", 1))
                .expectStatus()
                .isOk();
        customer.delete(cart + "/items/" + DESK)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.total")
                .isEqualTo(10.5);
        customer.delete(cart + "/items/" + DESK).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000})
    void refusesAnInvalidQuantity(int quantity) {
        customer.post(shop.openCart() + "/items", Map.of("productId", LAMP, "orderedQuantity", quantity))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("orderedQuantity");
    }

    @Test
    void refusesAProductThatIsNotForSale() {
        customer.post(shop.openCart() + "/items", Map.of("productId", 1, "orderedQuantity", 1))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void showsTheLastKnownPricesWhenTheCatalogueIsUnavailable() {
        var cart = shop.cartWithLamps();
        NEIGHBOURS
                .server()
                .stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
                        .willReturn(WireMock.serviceUnavailable()));

        customer.get(cart)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.priced")
                .isEqualTo(false)
                .jsonPath("$.total")
                .isEqualTo(21.0);
        customer.post(cart + "/items", Map.of("productId", LAMP, "orderedQuantity", 1))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void pricesAPageOfCartsInOneCall() {
        for (var i = 0; i < 3; i++) {
            customer.delete(shop.cartWithLamps()).expectStatus().isNoContent();
        }
        shop.cartWithLamps();
        NEIGHBOURS.playContractsOf("product-service");

        customer.get("/api/carts?sort=cartId,desc")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(4)
                .jsonPath("$.collection[0].cartStatus")
                .isEqualTo("OPEN")
                .jsonPath("$.collection[3].items[0].orderedQuantity")
                .isEqualTo(2);
        NEIGHBOURS.server().verify(1, WireMock.getRequestedFor(WireMock.urlPathEqualTo("/internal/products")));
        for (var caller : List.of(customer, TestRequests.as(client, TestTokens.staff(shop.userId())))) {
            caller.get("/api/carts?userId=me&cartStatus=ABANDONED")
                    .expectBody()
                    .jsonPath("$.page.totalElements")
                    .isEqualTo(3);
        }
    }

    @Test
    void refusesToChangeAStaleOrClosedCart() {
        var cart = shop.cartWithLamps();
        var eTag = customer.get(cart)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        var change = Map.of("orderedQuantity", 3);

        customer.with("If-Match", eTag)
                .put(cart + "/items/" + LAMP, change)
                .expectStatus()
                .isOk();
        customer.with("If-Match", eTag)
                .put(cart + "/items/" + LAMP, change)
                .expectStatus()
                .isEqualTo(412);
        customer.delete(cart).expectStatus().isNoContent();
        customer.put(cart + "/items/" + LAMP, change).expectStatus().isEqualTo(409);
    }

    @Test
    void hidesACartFromOtherCustomers() {
        var cart = shop.cartWithLamps();

        new TestShop(client).customer().get(cart).expectStatus().isNotFound();
        new TestShop(client).customer().delete(cart).expectStatus().isNotFound();
        TestRequests.as(client, TestTokens.admin()).get(cart).expectStatus().isOk();
        TestRequests.anonymous(client).get(cart).expectStatus().isUnauthorized();
    }
}
