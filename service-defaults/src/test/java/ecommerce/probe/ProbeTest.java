package ecommerce.probe;

import ecommerce.defaults.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts {@link ProbeApplication} as product-service. All tests share one context. */
@ServiceTest
@TestPropertySource(
        properties = {
            "spring.application.name=product-service",
            "spring.config.import=classpath:service-defaults.yml",
            "spring.security.oauth2.client.registration.service.provider=user-service",
            "spring.security.oauth2.client.registration.service.client-id=product-service",
            "spring.security.oauth2.client.registration.service.client-secret=a-secret-of-the-tests",
            "spring.security.oauth2.client.registration.service.authorization-grant-type=client_credentials",
            "shop.security.public-endpoints=GET /open",
            "shop.security.internal-scopes[/internal/products/**]=products:read",
            "shop.security.internal-scopes[/internal/reservations/**]=stock:reserve"
        })
abstract class ProbeTest {

    @Autowired
    RestTestClient client;
}
