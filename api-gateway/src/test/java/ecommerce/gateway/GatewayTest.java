package ecommerce.gateway;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Starts the gateway in front of one stub server for all services. product-service also has an unreachable instance. The gateway
 * trusts the tests as its load balancer. All tests share one context.
 */
@ServiceTest
@TestPropertySource(
        properties = {
            "shop.limits.body.slow-after=5s",
            "shop.limits.rate.enabled=true",
            "shop.limits.rate.addresses.everything.requests=" + GatewayTest.EVERYTHING,
            "shop.limits.rate.addresses.health.requests=3",
            "shop.limits.rate.addresses.sign-in.requests=3",
            "shop.limits.rate.addresses.tokens.requests=3",
            "shop.limits.rate.addresses.registration.requests=3",
            "shop.limits.rate.addresses.password.requests=3",
            "shop.limits.rate.addresses.webhook.requests=3",
            "shop.limits.rate.addresses.guest-cart.requests=3",
            "shop.limits.rate.addresses.guest-cart-line.requests=3",
            "TRUSTED_PROXIES=127.0.0.0/8,::1,10.1.0.0/20",
            "CORS_ALLOWED_ORIGINS=https://partner.example,http://localhost:3000",
            "ISSUER_URL=https://shop.example:8443/"
        })
abstract class GatewayTest {

    /** How many requests all tests of a minute may send from their own address. */
    static final int EVERYTHING = 500;

    static final Neighbours NEIGHBOURS = new Neighbours();

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();

    @Autowired
    RestTestClient client;

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry properties) {
        var management = closedPort();
        properties.add("management.server.port", () -> management);
        NEIGHBOURS.register(properties, "product-service", "order-service", "payment-service", "proxy-client");
        var dead = "http://localhost:" + closedPort();
        properties.add("spring.cloud.discovery.client.simple.instances.product-service[1].uri", () -> dead);
    }

    @BeforeEach
    void forget() {
        NEIGHBOURS.server().resetAll();
    }

    /** Returns requests of an address that no other test uses. */
    final TestRequests stranger() {
        return TestRequests.anonymous(client).with("X-Forwarded-For", newAddress());
    }

    static String newAddress() {
        return "198.51.100." + NEXT_ADDRESS.incrementAndGet();
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
