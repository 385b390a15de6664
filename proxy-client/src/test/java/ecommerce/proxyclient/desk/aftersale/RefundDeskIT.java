package ecommerce.proxyclient.desk.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ServiceStubs;
import ecommerce.proxyclient.desk.OrderDeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundDeskIT extends OrderDeskTest {

    private static final String FORM = PAGE + "/payments/5/refund";
    private static final String REFUNDS = "/api/payments/5/refunds";

    @Test
    void refundsAPartAfterConfirmation() {
        services.refuse("POST", REFUNDS, 201, "{}");
        assertThat(browser.get(PAGE).html()).contains("href=\"" + FORM + "\"");
        assertThat(browser.get(FORM).html()).contains("$99.80 was captured, and $99.80 can still be refunded.");

        assertThat(browser.get(FORM + "?amount=12,5").html())
                .contains("You refund $12.50 to Ann Lee for order 1234.", ">Refund $12.50</button>");
        var page = browser.get(browser.fill(FORM, "reason", "Scratched").location());

        assertThat(page.html()).contains("The refund of 12.50 USD is requested.");
        assertThat(received(REFUNDS)).singleElement().satisfies(refund -> {
            assertThat(refund.getBodyAsString()).isEqualTo("{\"amount\":12.50,\"reason\":\"Scratched\"}");
            assertThat(refund.getHeader("If-Match")).isEqualTo(ETAG);
        });
    }

    @Test
    void refundsOnceThoughTheFormIsSentTwiceAndAnAnswerIsLost() {
        loseAnswers(REFUNDS);
        browser.get(FORM + "?amount=12.50");
        assertThat(browser.fill(FORM, "reason", "Scratched").status()).isEqualTo(503);
        assertThat(browser.fill(FORM).status()).isEqualTo(503);

        services.refuse("POST", REFUNDS, 201, "{}");
        assertThat(browser.fill(FORM).location()).isEqualTo(PAGE);

        var refunds = received(REFUNDS);
        assertThat(refunds).hasSizeGreaterThanOrEqualTo(3);
        assertThat(refunds.stream()
                        .map(refund -> refund.getHeader("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
        assertThat(refunds.stream().map(refund -> refund.getBodyAsString()).distinct())
                .hasSize(1);
    }

    /** Otherwise a browser that goes back to the confirmation would load it with a new key, and refund twice. */
    @ParameterizedTest
    @ValueSource(strings = {FORM, PAGE + "/cancellation/pieces", PAGE + "/return/pieces"})
    void leadsToAConfirmationThatHasTheKeyInItsAddress(String choice) {
        haveOrder(choice.endsWith("/return/pieces") ? "DELIVERED" : "CONFIRMED", "");

        assertThat(browser.get(choice).html()).containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "99.81", "1.234", "x", "-1", "1e9"})
    void refusesAWrongAmount(String amount) {
        var page = browser.get(FORM + "?amount=" + amount);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("must be an amount such as 12.50", "value=\"" + amount + "\"");
    }

    @Test
    void keepsWhatWasTypedIfTheRefundIsRefused() {
        services.refuse("POST", REFUNDS, 409, "{\"status\":409,\"detail\":\"At most 5.00 can still be refunded\"}");
        browser.get(FORM + "?amount=12.50&key=key-1");

        var page = browser.fill(FORM, "reason", "Scratched");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains(
                        "At most 5.00 can still be refunded",
                        "value=\"Scratched\"",
                        "value=\"12.50\"",
                        "value=\"key-1\"");
    }

    /** The first answer may have been lost, and the refund made. */
    @Test
    void leadsToTheOrderIfTheFormWasRecordedWithOtherValues() {
        services.refuse("POST", REFUNDS, 422, "{\"status\":422,\"detail\":\"The key was used for another request\"}");
        browser.get(FORM + "?amount=12.50&key=key-1");

        var answer = browser.fill(FORM, "reason", "Scratched");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/app/desk/orders/1234");
        assertThat(browser.get(answer.location()).html()).contains("This form was already recorded with other values.");
    }

    @Test
    void refundsNothingWithoutTheVersionOfThePayment() {
        browser.get(FORM + "?amount=12.50&key=key-1");

        assertThat(browser.post(FORM, "amount", "12.50", "reason", "Scratched", "key", "key-1")
                        .status())
                .isEqualTo(400);

        assertThat(received(REFUNDS)).isEmpty();
    }

    @Test
    void hidesThePaymentOfAnotherOrder() {
        services.have("GET", "/api/orders/9", ServiceStubs.order(CUSTOMER, "CONFIRMED", ""));

        assertThat(browser.get("/app/desk/orders/9/payments/5/refund").status()).isEqualTo(404);
    }
}
