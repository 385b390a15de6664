package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.proxyclient.Browser;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that a customer sends without getting an answer. */
class UnansweredOrderIT extends ProxyClientTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?\\s*>");

    private static final String[] NEW_ADDRESS = {
        "fullAddress", " 1 Main Street ", "postalCode", "12345", "city", "Springfield"
    };

    @BeforeEach
    void openTheCheckout() {
        signIn();
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9)));
        services.have("GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS));
        browser.get("/app/checkout");
    }

    @Test
    void offersTheSameFormAgainAndOrdersOnce() {
        services.refuse("POST", "/api/orders", 503, "{}");
        var unknown = browser.post("/app/checkout", form("addressId", "9"));
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.headers().getFirst("Retry-After")).isEqualTo("2");
        assertThat(unknown.html()).contains("it is unknown whether your order for $99.80 was placed");

        services.refuse("POST", "/api/orders", 201, ServiceStubs.order(CUSTOMER, "PENDING", ""));
        assertThat(sendAgain(unknown).location()).isEqualTo("/app/orders/1234");

        assertThat(orders()).hasSize(2);
        assertThat(orders().get(0).getHeader("Idempotency-Key"))
                .isEqualTo(orders().get(1).getHeader("Idempotency-Key"));
        assertThat(orders().get(0).getBodyAsString())
                .contains("Ring twice", "tok_approved", "99.80")
                .isEqualTo(orders().get(1).getBodyAsString());
    }

    /** The page needs no service, so it also comes while order-service is down. */
    @Test
    void offersTheFormAgainIfTheConnectionBreaks() {
        NEIGHBOURS.override(post("/api/orders").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        services.refuse("POST", "/api/carts", 503, "{}");

        var unknown = browser.post("/app/checkout", form("addressId", "9"));

        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.html()).contains("Send the order again", "value=\"Ring twice\"");
    }

    @Test
    void addsANewAddressOnceIfTheFormIsSentAgain() {
        services.refuse("POST", "/api/orders", 503, "{}");

        var unknown = browser.post("/app/checkout", form(NEW_ADDRESS));
        sendAgain(unknown);
        browser.post("/app/checkout", form(NEW_ADDRESS));

        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/addresses")));
        assertThat(orders())
                .hasSize(3)
                .allSatisfy(order -> assertThat(order.getBodyAsString()).contains("\"addressId\":9"));
        assertThat(orders().stream().map(order -> order.getHeader("Idempotency-Key")))
                .containsOnly(orders().getFirst().getHeader("Idempotency-Key"));
    }

    @Test
    void keepsWhatWasTypedIfTheAddressIsRefused() {
        services.refuse("POST", "/api/addresses", 409, "{\"status\":409,\"detail\":\"You have 100 addresses\"}");

        var page = browser.post(
                "/app/checkout", form("fullAddress", "2 Side Street", "postalCode", "12345", "city", "Springfield"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("You have 100 addresses", "value=\"2 Side Street\"", "value=\"Ring twice\"");
        assertThat(orders()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedIfTheAddressIsGone() {
        services.refuse("POST", "/api/orders", 404, "{\"status\":404,\"detail\":\"There is no address 9\"}");

        var page = browser.post("/app/checkout", form("addressId", "9"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("There is no address 9", "value=\"Ring twice\"");
    }

    @Test
    void leadsToTheOrdersIfNothingIsLeftToOrder() {
        services.refuse("POST", "/api/orders", 409, "{\"status\":409,\"detail\":\"You have no open cart\"}");
        services.have("POST", "/api/carts", ServiceStubs.cart(""));
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(CUSTOMER, "PENDING", "")));

        assertThat(browser.submit("/app/checkout", form("addressId", "9")).html())
                .contains("If you have ordered it already, the order is in this list.", "href=\"/app/orders/1234\"");
    }

    private Browser.Page sendAgain(Browser.Page page) {
        var main = page.html().substring(page.html().indexOf("action=\"/app/checkout\""));
        var fields = HIDDEN.matcher(main.substring(0, main.indexOf("</form>")))
                .results()
                .filter(field -> !field.group(1).equals("_csrf"))
                .flatMap(field -> Stream.of(field.group(1), Objects.requireNonNullElse(field.group(2), "")))
                .toArray(String[]::new);
        return browser.post("/app/checkout", fields);
    }

    private static List<LoggedRequest> orders() {
        return NEIGHBOURS.server().findAll(postRequestedFor(urlPathEqualTo("/api/orders")));
    }

    private static String[] form(String... fields) {
        return CheckoutIT.form(CheckoutIT.with(fields, "orderDesc", "Ring twice"));
    }
}
