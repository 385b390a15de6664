package ecommerce.payment;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole payment-service, asked by order-service about an order of each test's own. */
@ServiceTest
public abstract class PaymentServiceTest {

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    protected RestTestClient client;

    @Autowired
    protected JdbcClient jdbc;

    protected TestRequests orderService;
    protected long orderId;

    /** Where order-service finds the order's payment. */
    protected String path;

    @BeforeEach
    void beginAnOrder() {
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
        orderId = ORDER_ID.incrementAndGet();
        path = "/internal/payments/" + orderId;
    }
}
