package ecommerce.favourite.favourite;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts favourite-service with a product-service that fulfils its contract, and provides a customer for each test. */
@ServiceTest
abstract class FavouriteTest {

    private static final AtomicLong USER_ID = new AtomicLong(System.currentTimeMillis());
    protected static final Neighbours NEIGHBOURS = new Neighbours();
    protected static final long LAMP = 900_001;
    protected static final long DESK = 900_002;

    @Autowired
    protected RestTestClient client;

    protected long userId;
    protected TestRequests customer;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "product-service");
    }

    @BeforeEach
    void setUp() {
        NEIGHBOURS.playContractsOf("product-service");
        userId = USER_ID.incrementAndGet();
        customer = TestRequests.as(client, TestTokens.user(userId));
    }
}
