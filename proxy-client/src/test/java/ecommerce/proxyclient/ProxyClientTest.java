package ecommerce.proxyclient;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts proxy-client with a stub of user-service that follows its contracts. All tests share one context. */
@ServiceTest
@TestPropertySource(properties = "IMAGE_HOSTS=https://images.example.com,https://*.example.org:8443")
public abstract class ProxyClientTest {

    protected static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired
    protected RestTestClient client;

    protected TestRequests anybody;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties);
    }

    @BeforeEach
    void enter() {
        NEIGHBOURS.playContractsOf("user-service");
        anybody = TestRequests.anonymous(client);
    }
}
