package ecommerce.order.fulfilment;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.order.OrderServiceTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Verifies that orders of the previous version are completed on the new schema. */
@ContextConfiguration(initializers = VersionBefore.class)
@DirtiesContext
class VersionBeforeIT extends OrderServiceTest {

    /** Orders whose routes the previous version had begun: bought, cancelled, and bought but parked for staff. */
    private static final List<Long> BOUGHT = List.of(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);

    private static final List<Long> CANCELLED = List.of(1L, 2L, 3L, 4L);

    static {
        // The tasks start with the context, before any test.
        NEIGHBOURS.playContractsOf("product-service", "payment-service", "shipping-service", "user-service");
    }

    @Override
    @BeforeEach
    protected void meetNeighbours() {
        // keep the requests that were recorded so far
    }

    @Test
    void completesEveryOrderAndStoresItsRecipient() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(orders("status = 'CONFIRMED' AND position = 'DONE'")).isEqualTo(BOUGHT);
            assertThat(orders("status = 'CANCELLED' AND position = 'DONE'")).isEqualTo(CANCELLED);
        });
        assertThat(orders("attention_since IS NOT NULL OR parked")).isEmpty();
        for (var orderId : CANCELLED) {
            var returned = urlPathEqualTo("/internal/reservations/%d/return".formatted(orderId));
            var reversed = urlPathEqualTo("/internal/payments/%d/reverse".formatted(orderId));
            assertThat(NEIGHBOURS.server().findAll(postRequestedFor(returned))).isNotEmpty();
            assertThat(NEIGHBOURS.server().findAll(postRequestedFor(reversed))).isNotEmpty();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name IN ('checkout', 'fulfilment')")
                        .query(Integer.class)
                        .single())
                .isZero();

        runSoon("fetch-recipients");
        await().untilAsserted(() ->
                assertThat(orders("recipient_name = 'Ada Example'")).containsAll(BOUGHT));
    }

    private List<Long> orders(String condition) {
        return jdbc.sql("SELECT order_id FROM orders JOIN checkout USING (order_id) WHERE %s ORDER BY 1"
                        .formatted(condition))
                .query(Long.class)
                .list();
    }
}
