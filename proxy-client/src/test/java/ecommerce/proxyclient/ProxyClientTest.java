package ecommerce.proxyclient;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts proxy-client with stubs of the services. All tests share one context. */
@ServiceTest
@TestPropertySource(
        properties = {
            "IMAGE_HOSTS=https://images.example.com,https://*.example.org:8443",
            "TRUSTED_PROXIES=127.0.0.0/8,::1",
            "TIME_ZONE=Europe/Madrid",
            "shop.limits.rate.enabled=true",
            "shop.alerts.timeout=10s",
            "shop.cart.new-guest-carts.requests=20",
            "shop.transfers.largest-import=1MB"
        })
public abstract class ProxyClientTest {

    /** The customer who signs in. */
    protected static final long CUSTOMER = 7;

    protected static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired
    protected RestTestClient client;

    protected TestRequests anybody;
    protected ServiceStubs services;
    protected Browser browser;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(
                properties,
                "product-service",
                "order-service",
                "payment-service",
                "shipping-service",
                "favourite-service");
        properties.add("ALERTMANAGER_URL", NEIGHBOURS.server()::baseUrl);
    }

    @BeforeEach
    void enter() {
        NEIGHBOURS.playContractsOf("user-service");
        anybody = TestRequests.anonymous(client);
        services = new ServiceStubs(NEIGHBOURS);
        services.offerCatalogue();
        browser = new Browser(client);
    }

    /** Signs the browser's user in. The user has an empty cart. */
    protected void signIn() {
        signIn(TestTokens.user(CUSTOMER), 900);
    }

    protected void signIn(String token, long expiresIn) {
        issue(token, expiresIn, "refresh-1");
        services.have("POST", "/api/carts", ServiceStubs.cart(""));
        browser.get("/app/sign-in");
        browser.post("/app/sign-in", "username", "alice", "password", "secret words");
    }

    /** Lets user-service issue this access token from now on. */
    protected static void issue(String token, long expiresIn, String refreshToken) {
        NEIGHBOURS.override(post("/api/auth/token")
                .willReturn(okJson("{\"accessToken\":\"%s\",\"expiresIn\":%d,\"refreshToken\":\"%s\"}"
                        .formatted(token.replace("Bearer ", ""), expiresIn, refreshToken))));
    }
}
