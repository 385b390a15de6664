package ecommerce.order.cart.guest;

import static ecommerce.defaults.test.TestRequests.body;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class GuestCartIT extends OrderServiceTest {

    TestRequests guest;
    String cart;

    @BeforeEach
    void openACartWithALamp() {
        guest = TestRequests.anonymous(client);
        var opened = guest.post("/api/carts/guests", null);
        opened.expectStatus().isCreated();
        cart = "/api/carts/guests/" + body(opened).get("guestCartId");
        addLamps(2).expectStatus().isOk();
    }

    @Test
    void canBeChangedWithoutAnAccount() {
        guest.get(cart)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(21.0)
                .jsonPath("$.cartId")
                .doesNotExist()
                .jsonPath("$.userId")
                .doesNotExist();
        guest.put(cart + "/items/" + TestShop.LAMP, Map.of("orderedQuantity", 1))
                .expectStatus()
                .isOk();
        guest.delete(cart + "/items/" + TestShop.LAMP)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        guest.delete(cart + "/items/" + TestShop.LAMP).expectStatus().isNotFound();
        guest.delete(cart).expectStatus().isNoContent();
        addLamps(1).expectStatus().isEqualTo(409);
    }

    @Test
    void isOpenedOnceForOneKeyAlsoByRequestsAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();

        List<Object> opened = TestShop.atOnce(
                Collections.nCopies(8, () -> requireNonNull(body(open(key)).get("guestCartId"))));

        assertThat(opened).containsOnly(opened.getFirst());
        assertThat(body(open(UUID.randomUUID().toString())).get("guestCartId")).isNotEqualTo(opened.getFirst());
        cart = "/api/carts/guests/" + opened.getFirst();
        addLamps(1).expectStatus().isOk();
        assertThat(body(open(key)).get("total")).isEqualTo(10.5);

        shop.customer().post(cart + "/merge", null).expectStatus().isOk();
        open(key).expectStatus().isEqualTo(422);
        open("easy-to-guess").expectStatus().isBadRequest();
    }

    @Test
    void isFoundOnlyByItsId() {
        guest.get("/api/carts/guests/" + UUID.randomUUID()).expectStatus().isNotFound();
        guest.get("/api/carts/guests/1").expectStatus().isBadRequest();
        var cartId = jdbc.sql("SELECT cart_id FROM cart WHERE guest_cart_id = ?::uuid")
                .param(cart.substring(cart.lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
        shop.customer().get("/api/carts/" + cartId).expectStatus().isNotFound();
        shop.staff().get("/api/carts/" + cartId).expectStatus().isNotFound();
        guest.post(cart + "/merge", null).expectStatus().isUnauthorized();
    }

    @Test
    void isMergedIntoTheCustomersCartUpToTheStock() {
        var own = shop.cartWithLamps();
        shop.customer()
                .post(own + "/items", Map.of("productId", TestShop.LAMP, "orderedQuantity", 2))
                .expectStatus()
                .isOk();
        guest.post(cart + "/items", Map.of("productId", TestShop.DESK, "orderedQuantity", 1))
                .expectStatus()
                .isOk();

        for (var attempt = 0; attempt < 2; attempt++) {
            shop.customer()
                    .post(cart + "/merge", null)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.userId")
                    .isEqualTo(shop.userId())
                    .jsonPath("$.items[0].orderedQuantity")
                    .isEqualTo(5)
                    .jsonPath("$.items[1].orderedQuantity")
                    .isEqualTo(1);
        }
        guest.get(cart).expectStatus().isNotFound();
        addLamps(1).expectStatus().isNotFound();
        new TestShop(client)
                .customer()
                .post(cart + "/merge", null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void becomesTheCartOfACustomerWhoHasNone() {
        var merged = body(shop.customer().post(cart + "/merge", null));

        assertThat(shop.read("/api/carts/" + merged.get("cartId")).get("total")).isEqualTo(21.0);
    }

    @Test
    void isDeletedAfterItsExpiry() {
        jdbc.sql("UPDATE cart SET changed_at = now() - interval '15 days' WHERE guest_cart_id = ?::uuid")
                .param(cart.substring(cart.lastIndexOf('/') + 1))
                .update();

        await().untilAsserted(() -> guest.get(cart).expectStatus().isNotFound());
    }

    private RestTestClient.ResponseSpec open(String key) {
        return guest.with("Idempotency-Key", key).post("/api/carts/guests", null);
    }

    private RestTestClient.ResponseSpec addLamps(int quantity) {
        return guest.post(cart + "/items", Map.of("productId", TestShop.LAMP, "orderedQuantity", quantity));
    }
}
