package ecommerce.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Runs order-service with neighbours that answer by their contracts, with a new customer for each test, and with
 * shorter timeouts than in a real shop. All tests share one context.
 */
@ServiceTest
@TestPropertySource(
        properties = {
            "shop.fulfilment.longest-retry=500ms",
            "shop.fulfilment.attention-after=0s",
            "shop.reconciliation.grace=0s",
            "shop.reconciliation.interval=1h",
            "shop.carts.sweep-interval=1s",
            "spring.jpa.properties.hibernate.generate_statistics=true"
        })
public abstract class OrderServiceTest {

    protected static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired
    protected RestTestClient client;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Scheduler scheduler;

    protected TestShop shop;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "product-service", "payment-service", "shipping-service");
    }

    @BeforeEach
    protected void meetNeighbours() {
        NEIGHBOURS.playContractsOf("product-service", "payment-service", "shipping-service", "user-service");
        shop = new TestShop(client);
    }

    /** Waits until fulfilment has completed every step before {@code step}. */
    protected void awaitPosition(String order, String step) {
        await().untilAsserted(() -> assertThat(position(order)).isEqualTo(step));
    }

    /** Waits until the order is flagged for staff. */
    protected void awaitFlag(String order) {
        await().untilAsserted(
                        () -> assertThat(shop.read(order).get("attention")).isNotNull());
    }

    /** Runs a recurring task soon. Waits for the end of an execution, because db-scheduler changes no task that is executing. */
    protected void runSoon(String recurringTask) {
        var task = TaskInstanceId.of(recurringTask, RecurringTask.INSTANCE);
        await().ignoreExceptionsInstanceOf(TaskInstanceCurrentlyExecutingException.class)
                .until(() -> scheduler.reschedule(task, Instant.now()));
    }

    protected String position(String order) {
        return jdbc.sql("SELECT position FROM checkout WHERE order_id = ?")
                .param(Long.valueOf(id(order)))
                .query(String.class)
                .single();
    }

    /** Returns the id at the end of a path. */
    protected static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Makes the catalogue sell only lamps from now on. */
    protected static void sellLamps(String priceUnit, int quantity) {
        NEIGHBOURS.override(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
                .willReturn(WireMock.okJson("""
                        {"collection":[{"productId":%d,"productTitle":"Lamp","sku":"L-1","priceUnit":%s,"quantity":%d}]}
                        """.formatted(TestShop.LAMP, priceUnit, quantity))));
    }
}
