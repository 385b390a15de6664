package ecommerce.order.cart.guest;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.order.TestShop.DESK;
import static ecommerce.order.TestShop.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.order.OrderServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verifies that merging a guest's cart reports which pieces were left out, and why. */
class MergeIT extends OrderServiceTest {

    private TestRequests guest;
    private String cart;

    @BeforeEach
    void openAGuestsCart() {
        guest = TestRequests.anonymous(client);
        cart = "/api/carts/guests/"
                + body(guest.post("/api/carts/guests", null)).get("guestCartId");
    }

    @Test
    void mergesAtMostThePiecesInStock() {
        sellLamps("10.00", 10);
        put(shop.customer(), shop.openCart(), 10);
        put(guest, cart, 1);

        for (var attempt = 0; attempt < 2; attempt++) {
            var merged = merge();
            assertThat(item(merged)).containsEntry("orderedQuantity", 10).containsEntry("available", 10);
            assertThat(leftOut(merged)).containsEntry("quantity", 1).containsEntry("reason", "NOT_ENOUGH_STOCK");
        }
    }

    @Test
    void keepsAnUnavailableLineAndMarksIt() {
        sellLamps("10.00", 1);
        put(guest, cart, 1);
        sellLamps("10.00", 0);

        var merged = merge();

        assertThat(item(merged)).containsEntry("orderedQuantity", 1).containsEntry("available", 0);
        assertThat(merged.get("leftOut")).isEqualTo(List.of());
        assertThat(merged.get("total")).isEqualTo(0.0);
    }

    @Test
    void keepsALineThatIsNoLongerForSale() {
        guest.put(cart + "/items/" + DESK, Map.of("orderedQuantity", 2))
                .expectStatus()
                .isOk();
        sellLamps("10.00", 1);

        assertThat(item(merge())).containsEntry("productTitle", "Desk").containsEntry("available", 0);
    }

    @Test
    void reportsAProductBeyondTheLimitOfTheCart() {
        var own = shop.openCart();
        fill(own);
        put(guest, cart, 2);

        var merged = merge();

        assertThat((List<?>) merged.get("items")).hasSize(200);
        assertThat(leftOut(merged))
                .containsEntry("productTitle", "Lamp")
                .containsEntry("quantity", 2)
                .containsEntry("reason", "TOO_MANY_PRODUCTS");
        shop.customer()
                .put(own + "/items/" + LAMP, Map.of("orderedQuantity", 1))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.maxLines")
                .isEqualTo(200);
    }

    @Test
    void refusesAnOrderIfAPriceHasRisenSinceTheGuestAddedTheLine() {
        sellLamps("10.00", 5);
        put(guest, cart, 1);
        sellLamps("12.00", 5);
        merge();

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.priceChanges[0].oldPrice")
                .isEqualTo(10.0)
                .jsonPath("$.priceChanges[0].newPrice")
                .isEqualTo(12.0);
    }

    private static void put(TestRequests visitor, String cart, int lamps) {
        visitor.put(cart + "/items/" + LAMP, Map.of("orderedQuantity", lamps))
                .expectStatus()
                .isOk();
    }

    private Map<?, ?> merge() {
        return body(shop.customer().post(cart + "/merge", null));
    }

    private void fill(String cart) {
        jdbc.sql("""
                        INSERT INTO cart_item (cart_id, product_id, ordered_quantity, product_title, sku, price_unit)
                        SELECT ?, g, 1, 'Thing', 'T', 1 FROM generate_series(1, 200) AS g
                        """)
                .param(Long.valueOf(cart.substring(cart.lastIndexOf('/') + 1)))
                .update();
    }

    @SuppressWarnings("unchecked") // JSON
    private static Map<String, Object> item(Map<?, ?> merged) {
        return ((List<Map<String, Object>>) merged.get("items")).getFirst();
    }

    @SuppressWarnings("unchecked") // JSON
    private static Map<String, Object> leftOut(Map<?, ?> merged) {
        assertThat((List<?>) merged.get("leftOut")).hasSize(1);
        return ((List<Map<String, Object>>) merged.get("leftOut")).getFirst();
    }
}
