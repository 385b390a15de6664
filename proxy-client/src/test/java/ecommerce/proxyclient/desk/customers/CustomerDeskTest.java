package ecommerce.proxyclient.desk.customers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;

/** Stubs a customer, for the tests of the desk's customers. */
abstract class CustomerDeskTest extends ProxyClientTest {

    static final String PAGE = "/app/desk/customers/7";
    static final String ANN = """
            {"userId":7,"firstName":"Ann","lastName":"Lee","email":"ann@example.com","createdAt":"2026-01-02T03:04:05Z",
             "credential":{"username":"ann","roleBasedAuthority":"ROLE_USER"}%s}""";

    final String staff = TestTokens.admin();

    @BeforeEach
    void haveACustomer() {
        haveAnn("", "\"3\"");
        services.have("GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS));
        services.have("GET", "/api/auth/sign-ins", ServiceStubs.list("""
                {"signInId":"0f8fad5b-d9cb-469f-a165-70867728950e","signedInAt":"2026-01-02T03:04:05Z",
                 "lastUsedAt":"2026-01-03T03:04:05Z","address":"192.0.2.7","expiresAt":"2026-01-17T03:04:05Z"}"""));
    }

    static void haveAnn(String more, String etag) {
        NEIGHBOURS.override(get(urlPathEqualTo("/api/users/7"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("ETag", etag)
                        .withBody(ANN.formatted(more))));
    }

    void signInAsStaff() {
        signIn(staff, 900);
    }
}
