package ecommerce.gateway;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
            "management.server.port=0",
            "shop.limits.body.slow-after=2s",
            "shop.limits.rate.enabled=true",
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

    static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired
    RestTestClient client;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "product-service", "order-service", "payment-service", "proxy-client");
        var dead = "http://localhost:" + closedPort();
        properties.add("spring.cloud.discovery.client.simple.instances.product-service[1].uri", () -> dead);
    }

    @BeforeEach
    void forget() {
        NEIGHBOURS.server().resetAll();
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
