package ecommerce.proxyclient.desk.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.desk.OrderDeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttentionDeskIT extends OrderDeskTest {

    private static final String RETRY = "/api/orders/1234/retry";
    private static final String REFUND = "/api/orders/1234/refund";
    private static final String CLOSE = "/api/orders/1234/close";

    @BeforeEach
    void flagTheOrder() {
        haveOrder("CONFIRMED", ",\"attention\":{\"since\":\"2026-01-02T03:04:05Z\",\"reason\":\"The parcel waits\"}");
    }

    @Test
    void retriesAFlaggedOrder() {
        services.have("POST", RETRY, "{}");
        assertThat(browser.get(PAGE).html()).contains("Needs attention: The parcel waits");

        var page = browser.get(browser.fill(PAGE + "/attention/retry").location());
        assertThat(page.html()).contains("The order is retried.");

        services.refuse("POST", RETRY, 409, "{\"status\":409,\"detail\":\"Order 1234 is DELIVERED\"}");
        page = browser.get(browser.fill(PAGE + "/attention/retry").location());
        assertThat(page.html()).contains("Nothing was changed: Order 1234 is DELIVERED");
        assertThat(received(RETRY)).hasSize(2);
    }

    @Test
    void undoesAFlaggedOrderAfterConfirmation() {
        services.have("POST", REFUND, "{}");
        assertThat(browser.get(PAGE + "/attention/refund").html())
                .contains("You undo order 1234 of Ann Lee", "Refund: $99.80.");

        var page = browser.get(browser.fill(PAGE + "/attention/refund").location());

        assertThat(page.html()).contains("The order is undone, or will be in a moment.");
        assertThat(received(REFUND))
                .singleElement()
                .satisfies(refund -> assertThat(refund.getHeader("If-Match")).isEqualTo(ETAG));
    }

    @Test
    void closesAFlaggedOrderByHand() {
        services.have("POST", CLOSE, "{}");
        assertThat(browser.get(PAGE + "/attention/close").html())
                .contains("You close order 1234 of Ann Lee for $99.80", "Captured: $99.80.");

        var page = browser.get(browser.fill(PAGE + "/attention/close", "outcome", "WRITTEN_OFF", "note", "Paid in cash")
                .location());

        assertThat(page.html()).contains("The order is closed.");
        assertThat(received(CLOSE)).singleElement().satisfies(close -> {
            assertThat(close.getBodyAsString()).isEqualTo("{\"outcome\":\"WRITTEN_OFF\",\"note\":\"Paid in cash\"}");
            assertThat(close.getHeader("If-Match")).isEqualTo(ETAG);
        });
    }

    @Test
    void keepsWhatWasTypedIfClosingIsRefused() {
        services.refuse("POST", CLOSE, 409, "{\"status\":409,\"detail\":\"A refund is pending\"}");
        browser.get(PAGE + "/attention/close");

        var page = browser.fill(PAGE + "/attention/close", "outcome", "WRITTEN_OFF", "note", "Paid in cash");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains("A refund is pending", "value=\"Paid in cash\"", "value=\"WRITTEN_OFF\" selected");
    }

    @Test
    void keepsWhatWasTypedWhileNoServiceAnswers() {
        services.refuse("POST", CLOSE, 409, "{\"status\":409,\"detail\":\"A refund is pending\"}");
        browser.get(PAGE + "/attention/close");
        services.refuse("GET", "/api/orders/1234", 503, "{}");

        var page = browser.fill(PAGE + "/attention/close", "outcome", "WRITTEN_OFF", "note", "Paid in cash");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).contains("A refund is pending", "value=\"Paid in cash\"", "value=\"WRITTEN_OFF\"");
    }
}
