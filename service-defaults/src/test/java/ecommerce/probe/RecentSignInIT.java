package ecommerce.probe;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentSignInIT extends ProbeTest {

    @Test
    void requiresAPasswordThatWasEnteredRecently() {
        var recent = TestTokens.user(7, Instant.now().minus(Duration.ofMinutes(14)));
        var old = TestTokens.user(7, Instant.now().minus(Duration.ofMinutes(16)));

        TestRequests.as(client, recent).post("/sensitive", null).expectStatus().isOk();
        TestRequests.as(client, old)
                .post("/sensitive", null)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_user_authentication\", "
                                + "error_description=\"A more recent authentication is required\", max_age=\"900\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:ecommerce:problem:sign-in-again");
        TestRequests.as(client, old).get("/declared").expectStatus().isOk();
    }

    @Test
    void takesTheAgeOfATokenOfThePreviousVersionInstead() {
        var recent = TestTokens.userOfPreviousVersion(7, Instant.now().minus(Duration.ofMinutes(14)));
        var old = TestTokens.userOfPreviousVersion(7, Instant.now().minus(Duration.ofMinutes(16)));

        TestRequests.as(client, recent).post("/sensitive", null).expectStatus().isOk();
        TestRequests.as(client, old).post("/sensitive", null).expectStatus().isUnauthorized();
        TestRequests.as(client, old).get("/declared").expectStatus().isOk();
    }
}
