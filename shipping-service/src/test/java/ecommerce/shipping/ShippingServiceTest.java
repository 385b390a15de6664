package ecommerce.shipping;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
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
}
