package ecommerce.order.cart;

import static ecommerce.order.TestShop.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.order.OrderServiceTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies that a cart's entity tag changes whenever its representation does. */
class CartTagIT extends OrderServiceTest {

    private String cart;
    private String tag;

    @BeforeEach
    void readACart() {
        sellLamps("10.00", 5);
        cart = shop.cartWithLamps();
        tag = tag();
    }

    @Test
    void isStableAndMatchesIfNoneMatch() {
        assertThat(tag).startsWith("\"").isEqualTo(tag());
        shop.customer().with("If-None-Match", tag).get(cart).expectStatus().isNotModified();
    }

    @ParameterizedTest
    @CsvSource({"12.00, 5", "10.00, 4", "10.00, 0"})
    void changesWithPriceAndStock(String priceUnit, int quantity) {
        sellLamps(priceUnit, quantity);

        shop.customer().with("If-None-Match", tag).get(cart).expectStatus().isOk();
        shop.customer().with("If-Match", tag).delete(cart).expectStatus().isEqualTo(412);
        var change = Map.of("orderedQuantity", 1);
        shop.customer()
                .with("If-Match", tag)
                .put(cart + "/items/" + LAMP, change)
                .expectStatus()
                .isEqualTo(412);
        shop.customer()
                .with("If-Match", tag)
                .delete(cart + "/items/" + LAMP)
                .expectStatus()
                .isEqualTo(412);
        shop.customer()
                .with("If-Match", tag())
                .delete(cart + "/items/" + LAMP)
                .expectStatus()
                .isOk();
    }

    @Test
    void isTheSameInAllResponses() {
        var answer = shop.customer().put(cart + "/items/" + LAMP, Map.of("orderedQuantity", 3));

        var changed = answer.returnResult(String.class).getResponseHeaders().getETag();
        assertThat(changed).isEqualTo(tag()).isNotEqualTo(tag);
        assertThat(shop.customer()
                        .post("/api/carts", null)
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getETag())
                .isEqualTo(changed);
    }

    private String tag() {
        var headers = shop.customer().get(cart).returnResult(String.class).getResponseHeaders();
        return Objects.requireNonNull(headers.getETag());
    }
}
