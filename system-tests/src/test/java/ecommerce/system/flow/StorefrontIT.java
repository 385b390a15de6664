package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uses the web shop's pages through the gateway, without scripts. */
@ExtendWith(RunningShop.class)
class StorefrontIT {

    private static final Map<String, String> ADDRESS =
            Map.of("fullAddress", "1 Main Street", "postalCode", "12345", "city", "Springfield");

    private Shop shop;
    private FormBrowser browser;
    private long productId;

    @BeforeEach
    void enter(Shop shop) {
        this.shop = shop;
        browser = new FormBrowser(shop.gateway());
        productId = ((Number) Purchase.stockedProduct(shop, 5).get("productId")).longValue();
    }

    @Test
    void buysAsAGuestWhoRegistersAndTriesAnotherCardAfterADecline() {
        assertThat(browser.open("/app/").status()).isEqualTo(200);
        browser.open("/app/p/" + productId);
        assertThat(browser.page().path()).matches("/app/p/product-[0-9]+-" + productId);
        browser.submit("/app/cart/items", Map.of("quantity", "2"));
        assertThat(browser.open("/app/checkout").path()).isEqualTo("/app/sign-in");
        browser.open("/app/register?then=/app/checkout");
        register();

        assertThat(browser.page().html()).contains("2 × Product", "$25.00");
        var order = checkOut("tok_declined");
        assertThat(awaitOrder(order, "Rejected")).contains("Try another card");

        browser.open("/app/checkout?order=" + order);
        assertThat(browser.page().html()).contains("value=\"Ring twice\"", "2 × Product", "1 Main Street");
        var paid = browser.submit("/app/checkout", Map.of("paymentToken", "tok_approved"));
        var second = paid.path().replace("/app/orders/", "");
        assertThat(awaitOrder(second, "Paid and confirmed")).contains("$25.00", "Ring twice", "Parcel 1");
        assertThat(browser.open("/app/cart").html()).contains("Your cart is empty.");
        assertThat(Purchase.quantity(shop, productId)).isEqualTo(3);

        browser.open("/app/orders/%s/cancel".formatted(second));
        browser.submit("/app/orders/%s/cancel".formatted(second), Map.of());
        awaitOrder(second, "Cancelled");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> browser.open("/app/orders/" + second).html().contains("Paid back to you"));
        assertThat(browser.open("/app/orders").html()).contains("Cancelled", "Rejected");
    }

    @Test
    void keepsAccountAddressesAndFavourites() {
        browser.open("/app/register");
        register();
        browser.open("/app/account");
        browser.submit("/app/account", Map.of("firstName", "Anna", "phone", "+1 555 0100"));
        assertThat(browser.page().html()).contains("Your data is saved.", "value=\"Anna\"", "value=\"+1 555 0100\"");
        browser.open("/app/account/addresses");
        browser.submit("/app/account/addresses", ADDRESS);
        assertThat(browser.page().html()).contains("1 Main Street, 12345 Springfield");
        browser.open("/app/p/" + productId);
        browser.submit("/app/favourites/" + productId, Map.of("liked", "true"));
        assertThat(browser.page().html()).contains("Remove from favourites");
        assertThat(browser.open("/app/favourites").html()).contains("/app/p/product-");
        assertThat(browser.open("/app/account/sign-ins").html()).containsOnlyOnce("This device");
        browser.open("/app/account/password");
        browser.submit(
                "/app/account/password",
                Map.of("currentPassword", "four words are long", "newPassword", "five other words are long"));
        assertThat(browser.page().html()).contains("Your password is changed.");
        assertThat(browser.open("/app/account").status()).isEqualTo(200);
        browser.submit("/app/sign-out", Map.of());
        assertThat(browser.page().html()).contains("You are signed out.");
        assertThat(browser.open("/app/account").path()).isEqualTo("/app/sign-in");
    }

    @Test
    void answersWithTheRightStatus() {
        assertThat(browser.open("/app/p/nothing-999999999").status()).isEqualTo(404);
        assertThat(browser.open("/app/nothing").status()).isEqualTo(404);
        assertThat(browser.open("/").path()).isEqualTo("/app/");
        assertThat(browser.open("/robots.txt").html()).contains("/sitemap.xml");
        assertThat(browser.open("/sitemap.xml").html()).contains("/sitemap.xml?part=0");
        assertThat(browser.open("/sitemap.xml?part=0").html()).contains("/app/p/");
        assertThat(browser.open("/app/search?q=" + "x".repeat(201)).status()).isEqualTo(400);
        assertThat(browser.open("/app/search?q=zzzzqqqq").html()).contains("No product matches.");
        assertThat(browser.open("/app/search/suggestions?q=produ").html()).contains("href=\"/app/p/product-");
    }

    private void register() {
        browser.submit(
                "/app/register",
                Map.of(
                        "firstName", "Ann",
                        "lastName", "Lee",
                        "email", "ann-%d@example.com".formatted(System.nanoTime()),
                        "username", "ann-" + System.nanoTime(),
                        "password", "four words are long"));
        assertThat(browser.page().html()).contains("Welcome, Ann.");
    }

    /** Returns the number of the order. */
    private String checkOut(String paymentToken) {
        var form = new HashMap<>(ADDRESS);
        form.putAll(Map.of("paymentToken", paymentToken, "orderDesc", "Ring twice"));
        var order = browser.submit("/app/checkout", form);
        assertThat(order.path()).as(order.html()).matches("/app/orders/[0-9]+");
        return order.path().replace("/app/orders/", "");
    }

    private String awaitOrder(String order, String status) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> browser.open("/app/orders/" + order).html().contains("\">" + status + "</span>"));
        return browser.page().html();
    }
}
