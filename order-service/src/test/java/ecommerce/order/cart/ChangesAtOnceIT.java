package ecommerce.order.cart;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.order.TestShop.DESK;
import static ecommerce.order.TestShop.LAMP;
import static ecommerce.order.TestShop.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestRequests;
import ecommerce.order.OrderServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Verifies that concurrent changes of one cart without a condition all succeed, and that none is lost. */
class ChangesAtOnceIT extends OrderServiceTest {

    private static final long CHAIR = 900_003;

    @BeforeEach
    void sellThreeProducts() {
        var product = "{\"productId\":%d,\"productTitle\":\"P\",\"sku\":\"S-%1$d\",\"priceUnit\":1.00,\"quantity\":99}";
        NEIGHBOURS.override(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
                .willReturn(WireMock.okJson("{\"collection\":[%s,%s,%s]}"
                        .formatted(product.formatted(LAMP), product.formatted(DESK), product.formatted(CHAIR)))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepTheLinesOfThreeProducts(boolean guests) throws Exception {
        for (var round = 0; round < 10; round++) {
            var visitor = visitor(guests);
            var cart = cart(visitor, guests);
            var statuses = atOnce(
                    List.of(adding(visitor, cart, LAMP), adding(visitor, cart, DESK), adding(visitor, cart, CHAIR)));

            assertThat(statuses).containsOnly(200);
            assertThat(pieces(visitor, cart)).containsExactly(1, 1, 1);
            visitor.delete(cart).expectStatus().isNoContent();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addUpThePiecesOfOneProduct(boolean guests) throws Exception {
        var visitor = visitor(guests);
        var cart = cart(visitor, guests);

        assertThat(atOnce(Collections.nCopies(8, adding(visitor, cart, LAMP)))).containsOnly(200);

        assertThat(pieces(visitor, cart)).containsExactly(8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void setAndRemoveLinesOfTheSameCart(boolean guests) throws Exception {
        var visitor = visitor(guests);
        var cart = cart(visitor, guests);
        adding(visitor, cart, LAMP).call();
        adding(visitor, cart, DESK).call();
        List<Callable<Integer>> changes = new ArrayList<>();
        changes.add(() -> status(visitor.put(cart + "/items/" + LAMP, Map.of("orderedQuantity", 3))));
        changes.add(() -> status(visitor.delete(cart + "/items/" + DESK)));
        changes.add(adding(visitor, cart, CHAIR));

        assertThat(atOnce(changes)).containsOnly(200);

        assertThat(pieces(visitor, cart)).containsExactly(3, 1);
    }

    private TestRequests visitor(boolean guest) {
        return guest ? TestRequests.anonymous(client) : shop.customer();
    }

    private String cart(TestRequests visitor, boolean guest) {
        return guest
                ? "/api/carts/guests/"
                        + body(visitor.post("/api/carts/guests", null)).get("guestCartId")
                : shop.openCart();
    }

    private static Callable<Integer> adding(TestRequests visitor, String cart, long productId) {
        return () -> status(visitor.post(cart + "/items", Map.of("productId", productId, "orderedQuantity", 1)));
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    private static List<Integer> pieces(TestRequests visitor, String cart) {
        var items = (List<?>) body(visitor.get(cart)).get("items");
        return items.stream()
                .map(item -> (Integer) ((Map<?, ?>) item).get("orderedQuantity"))
                .toList();
    }
}
