package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.proxyclient.Browser;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestCartKeyIT extends ProxyClientTest {

    private static final String GUEST = "/api/carts/guests/0f8fad5b-d9cb-469f-a165-70867728950e";

    @BeforeEach
    void openCarts() {
        browser.moveTo("203.0.113.9");
        services.refuse("POST", "/api/carts/guests", 201, ServiceStubs.guestCart(""));
        services.have("POST", GUEST + "/items", ServiceStubs.guestCart(ServiceStubs.stoves(9)));
    }

    /** A second tab sends its form before the browser has the answer to the first one. */
    @Test
    void opensOneCartForFormsThatAreSentAtTheSameTime() {
        add();
        browser.cookies().remove("shop_visit");
        add();
        browser = new Browser(client);
        add();

        var keys = keys();
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void opensAnotherCartAfterASignIn() {
        add();
        services.have("POST", GUEST + "/merge", "{\"leftOut\":[]}");
        signIn();
        browser.submit("/app/sign-out");

        add();

        var keys = keys();
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0)).isNotEqualTo(keys.get(1));
    }

    @Test
    void opensACartWithoutAKeyIfThatOfTheKeyIsClosed() {
        NEIGHBOURS.override(WireMock.post("/api/carts/guests")
                .withHeader("Idempotency-Key", WireMock.matching(".+"))
                .willReturn(WireMock.status(422)));
        NEIGHBOURS.override(WireMock.post("/api/carts/guests")
                .withHeader("Idempotency-Key", WireMock.absent())
                .willReturn(WireMock.okJson(ServiceStubs.guestCart(""))));
        add();

        assertThat(browser.get("/app/").html()).contains("Stove is in your cart.");
    }

    private static List<String> keys() {
        return NEIGHBOURS.server().findAll(postRequestedFor(urlPathEqualTo("/api/carts/guests"))).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
    }

    private void add() {
        browser.get("/app/p/camping-stove-17");
        assertThat(browser.post("/app/cart/items", "productId", "17", "title", "Stove")
                        .status())
                .isEqualTo(302);
    }
}
