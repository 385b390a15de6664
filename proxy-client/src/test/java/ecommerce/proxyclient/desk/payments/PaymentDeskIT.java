package ecommerce.proxyclient.desk.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class PaymentDeskIT extends ProxyClientTest {

    @Test
    void isClosedToCustomers() {
        signIn();

        assertThat(browser.get("/app/desk/payments").status()).isEqualTo(403);
        assertThat(browser.get("/app/desk/refunds").status()).isEqualTo(403);
    }

    @Test
    void findsPayments() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/payments", ServiceStubs.list("""
                {"paymentId":70,"paymentStatus":"DECLINED","amount":99.80,"refundedAmount":0,"userId":7,
                 "declineReason":"card_declined","createdAt":"2026-01-02T03:04:05Z","order":{"orderId":1234}}""").replace("\"totalPages\":1", "\"totalPages\":2"));

        assertThat(browser.get("/app/desk/payments?paymentStatus=DECLINED&userId=7&orderId=&sort=amount,desc")
                        .html())
                .contains("Payment 70", "href=\"/app/desk/orders/1234\"", "href=\"/app/desk/customers/7\"", "$99.80")
                .contains("Declined – card_declined", "value=\"DECLINED\" selected")
                .contains("/app/desk/payments?userId=7&amp;paymentStatus=DECLINED&amp;sort=amount%2Cdesc&amp;page=1");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/payments"))
                        .withQueryParam("paymentStatus", equalTo("DECLINED"))
                        .withQueryParam("userId", equalTo("7"))
                        .withQueryParam("sort", equalTo("amount,desc"))
                        .withoutQueryParam("orderId"));
    }

    @Test
    void findsRefundsThatHaveFailed() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/payments/refunds", ServiceStubs.list("""
                {"refundId":5,"paymentId":70,"orderId":1234,"amount":12.50,"reason":"Scratched","refundStatus":"FAILED",
                 "createdAt":"2026-01-02T03:04:05Z","failure":"account closed"}"""));

        assertThat(browser.get("/app/desk/refunds?refundStatus=FAILED").html())
                .contains("href=\"/app/desk/orders/1234\"", "Scratched", "$12.50", "account closed", "1 refund");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/payments/refunds"))
                        .withQueryParam("refundStatus", equalTo("FAILED"))
                        .withQueryParam("sort", equalTo("createdAt,desc")));
    }
}
