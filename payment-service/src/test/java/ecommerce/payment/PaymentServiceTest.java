package ecommerce.payment;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Runs payment-service and calls it as order-service does, with a new order for each test. */
@ServiceTest
public abstract class PaymentServiceTest {

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    protected RestTestClient client;

    @Autowired
    protected JdbcClient jdbc;

    protected TestRequests orderService;
    protected long orderId;

    /** The path under which order-service finds the order's payment. */
    protected String path;

    @BeforeEach
    protected void beginAnOrder() {
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
        orderId = ORDER_ID.incrementAndGet();
        path = "/internal/payments/" + orderId;
    }
}
