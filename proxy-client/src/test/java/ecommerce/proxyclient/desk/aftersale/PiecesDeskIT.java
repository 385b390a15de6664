package ecommerce.proxyclient.desk.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.desk.OrderDeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesDeskIT extends OrderDeskTest {

    private static final String CANCEL = "/api/orders/1234/cancel";
    private static final String RETURN = "/api/orders/1234/return";

    @Test
    void cancelsAWholeOrderAfterConfirmation() {
        havePayment("CAPTURED", "99.80", "10.00");
        services.have("POST", CANCEL, "{}");
        assertThat(browser.get(PAGE).html()).contains("href=\"" + PAGE + "/cancellation\"");

        assertThat(browser.get(PAGE + "/cancellation").html())
                .contains("You cancel the whole order 1234 of Ann Lee.", "Refund: $89.80.", "$99.80 was captured");
        var page = browser.get(browser.fill(PAGE + "/cancellation", "reason", "Asked by phone", "restock", "false")
                .location());

        assertThat(page.html()).contains("The pieces are cancelled, or will be in a moment.");
        assertThat(received(CANCEL)).singleElement().satisfies(cancel -> {
            assertThat(cancel.getBodyAsString())
                    .contains("\"reason\":\"Asked by phone\"", "\"restock\":false")
                    .doesNotContain("productId");
            assertThat(cancel.getHeader("If-Match")).isEqualTo(ETAG);
            assertThat(cancel.containsHeader("Idempotency-Key")).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"reason, Broken", "scope, pieces", "pieces-17, 1", "pieces-17, 0"})
    void cancelsNothingIfTheFormHasLostAField(String field, String value) {
        browser.get(PAGE + "/cancellation");

        assertThat(browser.post(PAGE + "/cancellation", "etag", ETAG, "key", "key-1", field, value)
                        .status())
                .isEqualTo(400);

        assertThat(received(CANCEL)).isEmpty();
    }

    @Test
    void cancelsChosenPiecesOnceThoughTheAnswerIsLost() {
        loseAnswers(CANCEL);
        assertThat(browser.get(PAGE + "/cancellation/pieces").html())
                .contains("Camping Stove: pieces, of 2 ($49.90 each)");
        assertThat(browser.get(PAGE + "/cancellation?pieces-17=1").html())
                .contains("You cancel these pieces of order 1234 of Ann Lee.", "Refund: $49.90.");

        var lost = browser.fill(PAGE + "/cancellation", "reason", "Asked by phone");
        assertThat(lost.status()).isEqualTo(503);
        services.have("POST", CANCEL, "{}");
        assertThat(browser.fill(PAGE + "/cancellation").location()).isEqualTo(PAGE);

        assertThat(received(CANCEL)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(cancel -> {
            assertThat(cancel.getBodyAsString())
                    .contains("{\"productId\":17,\"orderedQuantity\":1}", "\"restock\":true", "Asked by phone");
            assertThat(cancel.getHeader("Idempotency-Key"))
                    .isNotEmpty()
                    .isEqualTo(received(CANCEL).getFirst().getHeader("Idempotency-Key"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pieces-17=3, must be a number from 0 to 2",
        "pieces-17=x, must be a number from 0 to 2",
        "pieces-17=0, Choose at least one piece."
    })
    void saysWhatIsWrongWithTheChosenPieces(String query, String problem) {
        var page = browser.get(PAGE + "/cancellation?" + query);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains(problem, "name=\"pieces-17\" type=\"number\" value=\"" + query.substring(10));
    }

    @Test
    void neverTakesWrongPiecesForTheWholeOrder() {
        browser.get(PAGE + "/cancellation?pieces-17=1");

        assertThat(browser.fill(PAGE + "/cancellation", "pieces-17", "x").status())
                .isEqualTo(400);

        assertThat(received(CANCEL)).isEmpty();
    }

    @Test
    void showsTheOrderAsItIsNowIfItHasChanged() {
        services.refuse("POST", CANCEL, 412, "{\"status\":412,\"detail\":\"The order has changed\"}");
        browser.get(PAGE + "/cancellation?pieces-17=1");
        havePayment("CAPTURED", "99.80", "79.80");

        var page = browser.fill(PAGE + "/cancellation", "reason", "Asked by phone");

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html()).contains("The order has changed", "Refund: $20.00.", "value=\"Asked by phone\"");
    }

    @Test
    void carriesOnAfterThePasswordIsAskedForAgain() {
        askForPassword(CANCEL);
        browser.get(PAGE + "/cancellation?pieces-17=1");

        var prompt = browser.fill(PAGE + "/cancellation", "reason", "Asked by phone & mail");
        assertThat(prompt.html()).contains("Enter your password again").doesNotContain("Asked by phone");
        services.have("POST", CANCEL, "{}");
        var done = browser.fill("/app/sign-in", "username", "admin", "password", "secret words");

        assertThat(browser.get(done.location()).html()).contains("The pieces are cancelled");
        assertThat(received(CANCEL)).hasSize(2);
        assertThat(received(CANCEL).getLast().getBodyAsString())
                .isEqualTo(received(CANCEL).getFirst().getBodyAsString())
                .contains("Asked by phone & mail");
        assertThat(received(CANCEL).getLast().getHeader("Idempotency-Key"))
                .isEqualTo(received(CANCEL).getFirst().getHeader("Idempotency-Key"));
    }

    @Test
    void returnsPiecesWithoutRestocking() {
        haveOrder("DELIVERED", "");
        services.have("POST", RETURN, "{}");
        assertThat(browser.get(PAGE).html()).contains("href=\"" + PAGE + "/return/pieces\"");
        browser.get(PAGE + "/return?pieces-17=2");

        var page =
                browser.get(browser.fill(PAGE + "/return", "restock", "false").location());

        assertThat(page.html()).contains("The pieces are returned, or will be in a moment.");
        assertThat(received(RETURN))
                .singleElement()
                .satisfies(returned -> assertThat(returned.getBodyAsString())
                        .contains("{\"productId\":17,\"orderedQuantity\":2}", "\"restock\":false"));
    }

    @Test
    void requestsAReturnForTheCustomer() {
        var requests = "/api/orders/1234/return-requests";
        haveOrder("DELIVERED", "");
        services.refuse("POST", requests, 201, "{}");
        browser.get(PAGE + "/return-request");

        var page = browser.get(
                browser.fill(PAGE + "/return-request", "reason", "Too small").location());

        assertThat(page.html()).contains("The return is requested.");
        assertThat(received(requests))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .isEqualTo("{\"items\":[{\"productId\":17,\"orderedQuantity\":2}],\"reason\":\"Too small\"}"));
    }

    @Test
    void saysThatTheRefundIsUnknownWhilePaymentServiceIsUnavailable() {
        services.refuse("GET", "/api/payments", 503, "{}");

        assertThat(browser.get(PAGE + "/cancellation").html())
                .contains("The payment is unavailable at the moment", "Camping Stove");
    }

    @Test
    void takesTheFormOfThePreviousVersion() {
        services.have("POST", CANCEL, "{}");
        assertThat(browser.get(PAGE + "/cancel").location()).isEqualTo(PAGE + "/cancellation");
        browser.get(PAGE);

        assertThat(browser.post(PAGE + "/cancel", "reason", "Asked by phone").location())
                .isEqualTo(PAGE);

        assertThat(received(CANCEL))
                .singleElement()
                .satisfies(cancel -> assertThat(cancel.getBodyAsString()).isEqualTo("{\"reason\":\"Asked by phone\"}"));
    }
}
