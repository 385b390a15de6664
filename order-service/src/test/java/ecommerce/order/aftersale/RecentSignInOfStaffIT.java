package ecommerce.order.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentSignInOfStaffIT extends OrderServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "return", "refund"})
    void requiresASignInOfTheLastHourFromStaffWhoRefund(String change) {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        var old = TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(61))));

        old.post(order + "/" + change, null)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(Problem.SIGN_IN_AGAIN.toString());

        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CONFIRMED");
    }

    @Test
    void requiresASignInOfTheLastHourFromStaffWhoCloseAnOrder() {
        var order = shop.orderLamps("tok_approved");
        var old = TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(61))));

        old.post(order + "/close", Map.of("outcome", "WRITTEN_OFF", "note", "Provider is gone"))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(Problem.SIGN_IN_AGAIN.toString());
    }
}
