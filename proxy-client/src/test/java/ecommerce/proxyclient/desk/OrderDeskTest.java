package ecommerce.proxyclient.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Signs staff in at the desk, with order 1234 of Ann Lee: two stoves for $99.80, captured by payment 5. */
public abstract class OrderDeskTest extends ProxyClientTest {

    protected static final String PAGE = "/app/desk/orders/1234";

    /** The version of the order and of its payment. */
    protected static final String ETAG = "\"3\"";

    private static final String ANN = ",\"recipient\":{\"name\":\"Ann Lee\",\"email\":\"ann@example.com\"}";

    @BeforeEach
    void openTheDesk() {
        signIn(TestTokens.admin(), 900);
        haveOrder("CONFIRMED", "");
        havePayment("CAPTURED", "99.80", "0.00");
        services.have("GET", "/api/users/7", """
                {"userId":7,"firstName":"Ann","lastName":"Lee","email":"ann@example.com"}""");
        for (var list : List.of(
                "/api/payments/5/refunds",
                "/api/payments/audit",
                "/api/orders/audit",
                "/api/orders/1234/amendments",
                "/api/orders/1234/notes",
                "/api/products/stock/movements",
                "/api/shippings")) {
            services.have("GET", list, ServiceStubs.list(""));
        }
    }

    protected void haveOrder(String status, String more) {
        haveTagged("/api/orders/1234", ServiceStubs.order(CUSTOMER, status, ANN + more));
    }

    protected void havePayment(String status, String captured, String refunded) {
        var payment = """
                {"paymentId":5,"paymentStatus":"%s","amount":99.80,"capturedAmount":%s,"refundedAmount":%s,
                 "pendingRefundAmount":0.00,"order":{"orderId":1234},
                 "ledger":[{"at":"2026-01-02T03:04:07Z","entry":"%s","amount":99.80}]}""".formatted(status, captured, refunded, status);
        services.have("GET", "/api/payments", ServiceStubs.list(payment));
        haveTagged("/api/payments/5", payment);
    }

    private static void haveTagged(String path, String body) {
        NEIGHBOURS.override(get(urlPathEqualTo(path)).willReturn(okJson(body).withHeader("ETag", ETAG)));
    }

    /** Lets the answers to this path get lost. */
    protected static void loseAnswers(String path) {
        NEIGHBOURS.override(
                post(urlPathEqualTo(path)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** Lets the service ask for a recent sign-in. */
    protected static void askForPassword(String path) {
        NEIGHBOURS.override(post(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader(
                                "WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", max_age=300")));
    }

    /** Returns the forms that a service has received at this path, the oldest first. */
    protected static List<LoggedRequest> received(String path) {
        return NEIGHBOURS.server().findAll(postRequestedFor(urlPathEqualTo(path)));
    }
}
