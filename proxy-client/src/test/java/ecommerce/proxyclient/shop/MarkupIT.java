package ecommerce.proxyclient.shop;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and services write is text on every page, whatever it looks like. */
class MarkupIT extends ProxyClientTest {

    /** As part of a JSON string. */
    private static final String MARKUP = "</script><script>alert(1)</script>\\\" onclick=\\\"x";

    @BeforeEach
    void writeMarkup() {
        signIn();
        var stove = ServiceStubs.STOVE.formatted(4).replace("Camping Stove", MARKUP);
        services.have("GET", "/api/products/17", stove);
        services.have("GET", "/api/products", ServiceStubs.list(stove));
        services.have(
                "GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS.replace("1 Main Street", MARKUP)));
        services.have(
                "POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9).replace("Camping Stove", MARKUP)));
        services.have(
                "GET",
                "/api/orders/1234",
                ServiceStubs.order(
                                CUSTOMER,
                                "DELIVERED",
                                ",\"reason\":\"%s\",\"orderDesc\":\"%s\"".formatted(MARKUP, MARKUP))
                        .replace("Camping Stove", MARKUP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/",
                "/app/p/script-script-alert-1-script-onclick-x-17",
                "/app/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/app/cart",
                "/app/checkout",
                "/app/account/addresses",
                "/app/orders/1234",
                "/app/orders/1234/return"
            })
    void isTextOnAPage(String path) {
        var page = browser.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .containsAnyOf("&lt;script&gt;alert(1)", "&lt;script>alert(1)")
                .doesNotContain("<script>alert", "=\"</script");
    }

    @Test
    void isTextInTheValuesOfForms() {
        assertThat(browser.get("/app/").html()).contains("&#34; onclick=&#34;x\"");
    }

    @Test
    void isTextInARefusal() {
        services.refuse("GET", "/api/products", 400, "{\"status\":400,\"detail\":\"%s\"}".formatted(MARKUP));

        assertThat(browser.get("/app/search?minPrice=x").html())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }
}
