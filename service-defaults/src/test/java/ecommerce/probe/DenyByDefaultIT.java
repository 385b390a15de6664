package ecommerce.probe;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenyByDefaultIT extends ProbeTest {

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
