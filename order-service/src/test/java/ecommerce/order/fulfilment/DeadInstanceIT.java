package ecommerce.order.fulfilment;

import ecommerce.order.OrderServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Verifies that calls are retried on another instance. Every other call goes to a killed instance that is still in the
 * registry. A step that fails waits longer than the test.
 */
@TestPropertySource(properties = {"shop.fulfilment.first-retry=10m", "shop.fulfilment.longest-retry=10m"})
@DirtiesContext
class DeadInstanceIT extends OrderServiceTest {

    /** No process listens on this port; RFC 6335 assigns it to tcpmux. */
    private static final String NOBODY = "http://localhost:1";

    @DynamicPropertySource
    static void deadInstances(DynamicPropertyRegistry properties) {
        for (var service : new String[] {"product-service", "payment-service", "shipping-service"}) {
            properties.add("spring.cloud.discovery.client.simple.instances.%s[1].uri".formatted(service), () -> NOBODY);
        }
    }

    @Test
    void confirmsOrdersDespiteDeadInstances() {
        for (var i = 0; i < 4; i++) {
            shop.awaitStatus(shop.orderLamps("tok_approved"), "CONFIRMED");
        }
    }
}
