package ecommerce.probe;

import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@ServiceTest
@TestPropertySource(
        properties = {
            "spring.application.name=product-service",
            "spring.config.import=classpath:service-defaults.yml",
            "shop.security.public-endpoints=GET /open",
            "shop.security.internal-scopes[/internal/products/**]=products:read",
            "shop.security.internal-scopes[/internal/reservations/**]=stock:reserve"
        })
class DenyByDefaultIT {

    @SpringBootApplication(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
            })
    @Import(Endpoints.class)
    static class Probe {}

    @RestController
    static class Endpoints {

        @GetMapping("/open")
        String open() {
            return "open";
        }

        @GetMapping("/declared")
        @SignedIn
        String declared() {
            return "declared";
        }

        @PostMapping("/staff")
        @PreAuthorize("hasRole('ADMIN')")
        long staff(@Valid @RequestBody Body body) {
            return body.number();
        }

        record Body(@Min(1) long number) {}

        @GetMapping("/forgotten")
        String forgotten() {
            return "forgotten";
        }

        @GetMapping({"/internal/products/1", "/internal/reservations/1", "/internal/others/1"})
        String internal() {
            return "internal";
        }
    }

    @Autowired
    RestTestClient client;

    @Test
    void closesAnEndpointThatDeclaresNoRule() {
        for (var token : new String[] {TestTokens.user(7), TestTokens.admin(), TestTokens.service("order-service")}) {
            TestRequests.as(client, token).get("/forgotten").expectStatus().isForbidden();
        }
        TestRequests.anonymous(client).get("/forgotten").expectStatus().isUnauthorized();
        TestRequests.as(client, TestTokens.user(7))
                .get("/declared")
                .expectStatus()
                .isOk();
        TestRequests.as(client, TestTokens.service("order-service"))
                .get("/declared")
                .expectStatus()
                .isForbidden();
        TestRequests.anonymous(client).get("/open").expectStatus().isOk();
        client.head().uri("/open").exchange().expectStatus().isOk();
    }

    @Test
    void checksTheRuleBeforeTheBody() {
        var invalid = Map.of("number", 0);

        TestRequests.as(client, TestTokens.user(7))
                .post("/staff", invalid)
                .expectStatus()
                .isForbidden();
        TestRequests.anonymous(client).post("/staff", invalid).expectStatus().isUnauthorized();
        TestRequests.as(client, TestTokens.admin())
                .post("/staff", invalid)
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @CsvSource({
        "product-service, products:read, 200, 403",
        "product-service, stock:reserve, 403, 200",
        "product-service, products:read stock:reserve, 200, 200",
        "product-service, payments:settle, 403, 403",
        "product-service, '', 403, 403",
        "payment-service, products:read, 401, 401",
        "ecommerce, products:read stock:reserve, 401, 401"
    })
    void opensInternalPathsByOneScopeAndItsOwnAudience(String audience, String scope, int products, int reservations) {
        var service = TestRequests.as(client, TestTokens.service("order-service", audience, scope));

        service.get("/internal/products/1").expectStatus().isEqualTo(products);
        service.get("/internal/reservations/1").expectStatus().isEqualTo(reservations);
    }

    @Test
    void closesInternalPathsToUsersAndWithoutAScope() {
        TestRequests.as(client, TestTokens.admin())
                .get("/internal/products/1")
                .expectStatus()
                .isForbidden();
        TestRequests.as(client, TestTokens.service("order-service"))
                .get("/internal/others/1")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void acceptsTokensOfThePreviousVersion() {
        TestRequests.as(client, TestTokens.serviceOfPreviousVersion("order-service"))
                .get("/internal/reservations/1")
                .expectStatus()
                .isOk();
    }
}
