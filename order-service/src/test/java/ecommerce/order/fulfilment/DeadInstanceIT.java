package ecommerce.order.fulfilment;

import ecommerce.order.OrderServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Verifies that calls are retried on another instance, and what happens without one. Every other call goes to a killed
 * instance that is still in the registry. A step that fails waits longer than the test.
 */
@TestPropertySource(
        properties = {
            "shop.fulfilment.first-retry=10m",
            "shop.fulfilment.longest-retry=10m",
            "spring.cloud.loadbalancer.cache.enabled=false"
        })
@DirtiesContext
class DeadInstanceIT extends OrderServiceTest {

    /** No process listens on this port; RFC 6335 assigns it to tcpmux. */
    private static final String NOBODY = "http://localhost:1";

    @Autowired
    private SimpleDiscoveryProperties registry;

    @DynamicPropertySource
    static void deadInstances(DynamicPropertyRegistry properties) {
        for (var service : new String[] {"product-service", "payment-service", "shipping-service"}) {
            properties.add("spring.cloud.discovery.client.simple.instances.%s[1].uri".formatted(service), () -> NOBODY);
        }
    }

    @Test
    void refusesOrdersUntilAnInstanceOfUserServiceIsRegistered() {
        shop.cartWithLamps();
        var instances = registry.getInstances().remove("user-service");
        try {
            shop.checkOut("key", "tok_approved")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .valueEquals("Retry-After", "2");
        } finally {
            registry.getInstances().put("user-service", instances);
        }
        shop.checkOut("key", "tok_approved").expectStatus().isCreated();
    }

    @Test
    void confirmsOrdersDespiteDeadInstances() {
        for (var i = 0; i < 4; i++) {
            shop.awaitStatus(shop.orderLamps("tok_approved"), "CONFIRMED");
        }
    }
}
