package ecommerce.user.block;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class BlockIT {

    private static final Map<String, String> REASON = Map.of("reason", "Three chargebacks");

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestUser alice;
    String path;
    TestRequests staff;

    @BeforeEach
    void register() {
        alice = TestUsers.register(client);
        path = "/api/users/" + alice.userId();
        staff = TestRequests.as(client, TestTokens.admin());
    }

    @Test
    void answersTheRightPasswordOfABlockedUserLikeAWrongOne() {
        block();
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(answerTo(alice.username(), TestUsers.PASSWORD))
                    .isEqualTo(answerTo("nobody" + System.nanoTime(), "wrong password"));
        }

        TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isEqualTo(429);

        assertThat(details("sign-in.refused")).contains("the user is blocked");
    }

    @Test
    void endsSignInsUntilTheUserIsUnblocked() {
        var tokens = body(TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD));
        block();

        TestRequests.anonymous(client)
                .post("/api/auth/token", Map.of("refreshToken", tokens.get("refreshToken")))
                .expectStatus()
                .isUnauthorized();
        staff.delete(path + "/block").expectStatus().isNoContent();

        TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isOk();
        staff.get(path + "/block").expectStatus().isNotFound();
        staff.delete(path + "/block").expectStatus().isNotFound();
    }

    @Test
    void refusesToRefreshASignInThatThePreviousVersionAcceptsForABlockedUser() {
        var tokens = body(TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD));
        jdbc.sql("UPDATE users SET blocked_at = now(), blocked_by = 'sam', block_reason = 'Fraud' WHERE user_id = ?")
                .param(alice.userId())
                .update();

        TestRequests.anonymous(client)
                .post("/api/auth/token", Map.of("refreshToken", tokens.get("refreshToken")))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void letsTheLastAccessTokenAndOrdersGoOn() {
        block();

        TestRequests.as(client, TestTokens.user(alice.userId()))
                .get("/api/users/me")
                .expectStatus()
                .isOk();
        TestRequests.as(client, TestTokens.service("order-service"))
                .get("/internal/users/%d/contact".formatted(alice.userId()))
                .expectStatus()
                .isOk();
    }

    @Test
    void showsStaffWhoIsBlockedAndWhy() {
        staff.get(path).expectBody().jsonPath("$.blockedAt").doesNotExist();
        staff.get("/api/credentials/" + alice.userId())
                .expectBody()
                .jsonPath("$.isEnabled")
                .isEqualTo(true);
        block();
        var since = body(staff.get(path)).get("blockedAt");
        staff.put(path + "/block", Map.of("reason", "Four chargebacks"))
                .expectStatus()
                .isOk();

        assertThat(since).isNotNull();
        staff.get(path + "/block")
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("Four chargebacks")
                .jsonPath("$.by")
                .isEqualTo("admin")
                .jsonPath("$.blockedAt")
                .isEqualTo(since);
        staff.get("/api/credentials/" + alice.userId())
                .expectBody()
                .jsonPath("$.isEnabled")
                .isEqualTo(false);
    }

    @Test
    void recordsBlocksInTheAuditLog() {
        block();
        staff.changingNothing().put(path + "/block", REASON).expectStatus().isOk();
        staff.delete(path + "/block").expectStatus().isNoContent();

        staff.get("/api/users/audit?subjectType=user&subjectId=" + alice.userId())
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("user.unblock", "user.block", "user.register"))
                .jsonPath("$.collection[1].details.reason")
                .isEqualTo("Three chargebacks");
    }

    @Test
    void refusesABlockWithoutAReasonARecentSignInOrAsACustomer() {
        staff.put(path + "/block", Map.of("reason", " ")).expectStatus().isBadRequest();
        staff.put(path + "/block", Map.of("reason", "x".repeat(201)))
                .expectStatus()
                .isBadRequest();
        TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofHours(1))))
                .put(path + "/block", REASON)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(Problem.SIGN_IN_AGAIN.toString());
        TestRequests.as(client, TestTokens.user(alice.userId()))
                .put(path + "/block", REASON)
                .expectStatus()
                .isForbidden();
        staff.put("/api/users/%d/block".formatted(TestTokens.STAFF_ID), REASON)
                .expectStatus()
                .isEqualTo(409);
        staff.put("/api/users/999999999/block", REASON).expectStatus().isNotFound();

        staff.get(path + "/block").expectStatus().isNotFound();
    }

    private void block() {
        staff.put(path + "/block", REASON).expectStatus().isOk();
    }

    /** Returns the answer to a sign-in without its trace id. */
    private Map<?, ?> answerTo(String username, String password) {
        var answer = TestUsers.signIn(client, username, password).expectStatus().isUnauthorized();
        var problem = new HashMap<Object, Object>(answer.returnResult(Map.class).getResponseBody());
        problem.remove("traceId");
        return problem;
    }

    private String details(String action) {
        return jdbc.sql("SELECT string_agg(details::text, ' ') FROM audit_entry WHERE action = ? AND subject_id = ?")
                .params(action, Long.toString(alice.userId()))
                .query(String.class)
                .single();
    }
}
