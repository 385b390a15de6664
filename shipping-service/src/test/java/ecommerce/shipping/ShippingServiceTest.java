package ecommerce.shipping;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole shipping-service, asked by order-service about an order of each test's own: one context for all tests. */
@ServiceTest
public abstract class ShippingServiceTest {

    protected static final Neighbours NEIGHBOURS = new Neighbours();

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    protected RestTestClient client;

    @Autowired
    protected JdbcClient jdbc;

    protected TestRequests orderService;
    protected TestRequests staff;
    protected long orderId;

    /** Where order-service finds the order's shipment. */
    protected String internal;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "order-service");
    }

    @BeforeEach
    void beginAnOrder() {
        NEIGHBOURS.playContractsOf("order-service");
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
        staff = TestRequests.as(client, TestTokens.admin());
        orderId = ORDER_ID.incrementAndGet();
        internal = "/internal/shippings/" + orderId;
    }

    /** The events that order-service has received, each once, in the order of their first arrival. */
    protected List<String> shipmentEvents() {
        var path = urlPathEqualTo("/internal/orders/%d/shipment-events".formatted(orderId));
        return NEIGHBOURS.server().findAll(postRequestedFor(path)).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(report ->
                        report.replaceAll(".*\"shippingStatus\":\"([A-Z]+)\".*\"complete\":(true|false).*", "$1 $2"))
                .distinct()
                .toList();
    }
}
