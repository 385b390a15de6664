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

/** Starts shipping-service once for all tests. Each test calls it as order-service with an order of its own. */
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

    /** The internal path of the order's shipment. */
    protected String internal;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "order-service");
    }

    @BeforeEach
    void setUp() {
        NEIGHBOURS.playContractsOf("order-service");
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
        staff = TestRequests.as(client, TestTokens.admin());
        beginAnOrder();
    }

    protected void beginAnOrder() {
        orderId = ORDER_ID.incrementAndGet();
        internal = "/internal/shippings/" + orderId;
    }

    protected List<String> shipmentEvents() {
        return shipmentEvents(orderId);
    }

    /** Returns the events that order-service has received, without duplicates, in the order of their first arrival. */
    protected List<String> shipmentEvents(long ofOrder) {
        var path = urlPathEqualTo("/internal/orders/%d/shipment-events".formatted(ofOrder));
        return NEIGHBOURS.server().findAll(postRequestedFor(path)).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(report ->
                        report.replaceAll(".*\"shippingStatus\":\"([A-Z]+)\".*\"complete\":(true|false).*", "$1 $2"))
                .distinct()
                .toList();
    }
}
