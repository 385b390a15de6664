package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutIT extends ProxyClientTest {

    private static final String PAGE = UUID.randomUUID().toString();

    @BeforeEach
    void fillTheCart() {
        signIn();
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9)));
        services.have("GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS));
        services.refuse("POST", "/api/orders", 201, ServiceStubs.order(CUSTOMER, "PENDING", ""));
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "PENDING", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list(""));
    }

    @Test
    void ordersForTheTotalThatThePageHasShown() {
        var page = browser.get("/app/checkout");
        assertThat(page.html())
                .contains(
                        "name=\"expectedTotal\" value=\"99.80\"",
                        "name=\"addressId\" value=\"9\" checked",
                        "You order for $99.80.");

        var order = browser.submit("/app/checkout", form("addressId", "9", "orderDesc", "Ring twice"));

        assertThat(order.html()).contains("Order 1234", "In progress", "This page updates itself");
        assertThat(order.html()).contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>");
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo("/api/payments")));
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/orders")).withRequestBody(equalToJson("""
                        {"cart":{"cartId":5},"addressId":9,"paymentToken":"tok_approved","orderDesc":"Ring twice",
                         "expectedTotal":99.80}""")));
    }

    /** Written out, 1e2147483647 has 2 GB. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e10000", "1e1000000000", "1e2147483647", "1e-2147483647"})
    void refusesATotalThatNobodyCanPay(String total) {
        services.refuse("POST", "/api/addresses", 503, "{}");
        browser.get("/app/checkout");

        var refused = browser.post(
                "/app/checkout",
                form("fullAddress", "1 Road", "postalCode", "1", "city", "Leith", "expectedTotal", total));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(orders()).isEmpty();
    }

    @Test
    void sendsAFormThatIsSentTwiceUnderOneKey() {
        browser.get("/app/checkout");
        for (var card : List.of("tok_approved", "tok_approved", "tok_declined")) {
            assertThat(browser.post("/app/checkout", form("addressId", "9", "paymentToken", card))
                            .location())
                    .isEqualTo("/app/orders/1234");
        }

        var keys = orders().stream()
                .map(order -> order.getHeader("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void storesANewAddressAndRequiresAllOfIt() {
        browser.get("/app/checkout");
        var incomplete = browser.post(
                "/app/checkout", form("addressId", "", "fullAddress", "2 Side Street", "orderDesc", "Ring twice"));
        assertThat(incomplete.status()).isEqualTo(400);
        assertThat(incomplete.html()).contains("must not be blank", "value=\"2 Side Street\"", "value=\"Ring twice\"");
        assertThat(orders()).isEmpty();

        services.refuse("POST", "/api/addresses", 201, ServiceStubs.ADDRESS.replace("9", "10"));
        browser.post(
                "/app/checkout",
                form("addressId", "", "fullAddress", "2 Side Street", "postalCode", "12345", "city", "Springfield"));

        assertThat(orders())
                .singleElement()
                .satisfies(order -> assertThat(order.getBodyAsString()).contains("\"addressId\":10"));
    }

    @Test
    void showsChangedPricesAndOrdersOnlyAfterConsent() {
        browser.get("/app/checkout");
        services.refuse("POST", "/api/orders", 409, """
                {"status":409,"detail":"The order costs 110.00, not 99.80.","total":110.00,"expectedTotal":99.80,
                 "priceChanges":[{"productId":17,"productTitle":"Camping Stove","oldPrice":49.90,"newPrice":55.00}]}""");
        services.have(
                "POST",
                "/api/carts",
                ServiceStubs.cart(ServiceStubs.stoves(9)).replace("\"total\":99.80", "\"total\":110.00"));

        var page = browser.post("/app/checkout", form("addressId", "9", "orderDesc", "Ring twice"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains(
                        "nothing is ordered yet",
                        "Camping Stove: $49.90 → $55.00",
                        "name=\"expectedTotal\" value=\"110.00\"",
                        "value=\"Ring twice\"",
                        "name=\"addressId\" value=\"9\" checked");
    }

    @Test
    void leadsToTheOrderIfTheCartWasOrderedAlready() {
        browser.get("/app/checkout");
        services.refuse("POST", "/api/orders", 409, "{\"status\":409,\"detail\":\"Ordered already\",\"orderId\":1234}");

        assertThat(browser.post("/app/checkout", form("addressId", "9")).location())
                .isEqualTo("/app/orders/1234");
    }

    @Test
    void offersAnotherCardAfterADeclineWithEverythingThatWasTyped() {
        services.have(
                "GET",
                "/api/orders/1234",
                ServiceStubs.order(
                        CUSTOMER,
                        "REJECTED",
                        ",\"reason\":\"The card was declined\",\"restoredCartId\":6,\"orderDesc\":\"Ring twice\""));

        var order = browser.get("/app/orders/1234");
        assertThat(order.html())
                .contains("The card was declined", "href=\"/app/checkout?order=1234\"")
                .doesNotContain("http-equiv=\"refresh\"");

        assertThat(browser.get("/app/checkout?order=1234").html())
                .contains("value=\"Ring twice\"", "name=\"addressId\" value=\"9\" checked", "Camping Stove");
    }

    @Test
    void repeatsNobodyElsesOrder() {
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER + 1, "REJECTED", ""));

        assertThat(browser.get("/app/checkout?order=1234").status()).isEqualTo(404);
    }

    @Test
    void offersNoOrderOfWhatCannotBeHad() {
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(1)));
        assertThat(browser.get("/app/checkout").html())
                .contains("Only 1 available")
                .doesNotContain("Order and pay");

        services.have("POST", "/api/carts", ServiceStubs.cart(""));
        assertThat(browser.get("/app/checkout").location()).isEqualTo("/app/cart");
        assertThat(browser.get("/app/cart").html()).contains("If you have ordered already");
    }

    private static List<LoggedRequest> orders() {
        return NEIGHBOURS.server().findAll(postRequestedFor(urlPathEqualTo("/api/orders")));
    }

    static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    static String[] form(String... fields) {
        var form = new ArrayList<>(
                List.of("key", PAGE, "cartId", "5", "expectedTotal", "99.80", "paymentToken", "tok_approved"));
        form.addAll(List.of(fields));
        return form.toArray(String[]::new);
    }
}
