package ecommerce.product;

import ecommerce.defaults.test.TestIntrospection;
import ecommerce.defaults.test.TestIntrospection.Answer;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class WithdrawnTokenAuditIT {

    private static final long FORMER_STAFF = 3_000_001;

    @Autowired
    RestTestClient client;

    @Test
    void recordsTheUseOfAWithdrawnToken() {
        TestIntrospection.answer(FORMER_STAFF, Answer.WITHDRAWN);

        TestRequests.as(client, TestTokens.staff(FORMER_STAFF))
                .get("/api/products/stock/low")
                .expectStatus()
                .isUnauthorized();

        TestRequests.as(client, TestTokens.admin())
                .get("/api/products/audit?actorId=" + FORMER_STAFF)
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("request.refused"))
                .jsonPath("$.collection[0].actorKind")
                .isEqualTo("STAFF")
                .jsonPath("$.collection[0].details.status")
                .isEqualTo(401);
    }
}
