package ecommerce.user;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class AccountAuditIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestRequests anybody;
    TestRequests staff;
    TestUsers.TestUser alice;

    @BeforeEach
    void register() {
        anybody = TestRequests.anonymous(client);
        staff = TestRequests.as(client, TestTokens.admin());
        alice = TestUsers.register(client);
    }

    @Test
    void recordsSignInsAndSignOuts() {
        var answer = TestRequests.body(anybody.post("/api/auth/token", signIn(TestUsers.PASSWORD)));
        anybody.post("/api/auth/revoke", Map.of("refreshToken", answer.get("refreshToken")))
                .expectStatus()
                .isNoContent();

        assertThat(entries("user", alice.userId()))
                .containsExactly(
                        "ANONYMOUS user.register",
                        "CUSTOMER %s sign-in".formatted(alice.username()),
                        "CUSTOMER %s sign-out".formatted(alice.username()));
    }

    @Test
    void recordsRefusedSignInsOnceAndNothingThatWasTyped() {
        var wrong = "a wrong password " + alice.username();
        var typed = "typed " + alice.username();
        var unknownBefore = entries("user", "unknown").size();
        for (var again = 0; again < 2; again++) {
            anybody.post("/api/auth/token", signIn(wrong)).expectStatus().isUnauthorized();
            anybody.post("/api/auth/token", Map.of("username", typed, "password", wrong))
                    .expectStatus()
                    .isUnauthorized();
        }

        assertThat(entries("user", alice.userId()))
                .containsExactly("ANONYMOUS user.register", "ANONYMOUS sign-in.refused");
        assertThat(details("sign-in.refused")).contains(alice.username(), "wrong user name or password");
        assertThat(entries("user", "unknown")).hasSize(unknownBefore + 1).endsWith("ANONYMOUS sign-in.refused");
        for (var secret : List.of(wrong, typed)) {
            assertThat(jdbc.sql("SELECT count(*) FROM audit_entry AS entry WHERE entry::text LIKE '%' || ? || '%'")
                            .param(secret)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void recordsRefusedRequestsOfCustomersOnce() {
        var customer = TestRequests.as(client, TestTokens.user(alice.userId()));
        var path = "/api/users/" + alice.userId();
        for (var again = 0; again < 2; again++) {
            customer.patch(path, Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN")))
                    .expectStatus()
                    .isForbidden();
            customer.get("/api/users/audit").expectStatus().isForbidden();
        }

        assertThat(requestsOf(alice.userId())).containsExactly("PATCH " + path + " 403", "GET /api/users/audit 403");
        assertThat(entries("user", alice.userId())).containsExactly("ANONYMOUS user.register");
    }

    @Test
    void recordsNothingIfNothingChanges() {
        var path = "/api/users/" + alice.userId();
        staff.changingNothing().patch(path, Map.of()).expectStatus().isOk();
        staff.changingNothing()
                .put("/api/credentials/" + alice.userId(), Map.of("roleBasedAuthority", "ROLE_USER"))
                .expectStatus()
                .isOk();

        assertThat(entries("user", alice.userId())).containsExactly("ANONYMOUS user.register");
    }

    @Test
    void recordsAddressesThatStaffChange() {
        var address = Map.of("fullAddress", "Calle 10 # 5-51", "postalCode", "760044", "city", "Cali");
        for (var resource : List.of("/api/addresses", "/api/address")) {
            var customer = TestRequests.as(client, TestTokens.user(alice.userId()));
            var addressId = TestRequests.number(TestRequests.body(customer.post(resource, address)), "addressId");
            var moved = new HashMap<String, Object>(address);
            moved.put("addressId", addressId);
            moved.put("city", "Yumbo");
            var path = resource + "/" + addressId;
            staff.patch(path, Map.of("city", "Palmira")).expectStatus().isOk();
            staff.put(path, moved).expectStatus().isOk();
            moved.put("city", "Cali");
            staff.put(resource, moved).expectStatus().isOk();
            staff.delete(path).expectStatus().isNoContent();

            assertThat(entries("address", addressId))
                    .containsExactly(
                            "STAFF admin address.change",
                            "STAFF admin address.change",
                            "STAFF admin address.change",
                            "STAFF admin address.delete");
        }
    }

    @Test
    void recordsRolesPasswordsProfilesAndDeletions() {
        var path = "/api/users/" + alice.userId();
        staff.patch(path, Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN")))
                .expectStatus()
                .isOk();
        staff.put(path + "/password", Map.of("newPassword", "another good password"))
                .expectStatus()
                .isNoContent();
        staff.patch(path, Map.of("phone", "+44 131 555 0199")).expectStatus().isOk();
        staff.delete(path).expectStatus().isNoContent();

        assertThat(entries("user", alice.userId()))
                .containsExactly(
                        "ANONYMOUS user.register",
                        "STAFF admin user.role-change",
                        "STAFF admin user.password-change",
                        "STAFF admin user.change",
                        "STAFF admin user.delete");
        assertThat(details("user.role-change")).contains("\"from\": \"USER\"", "\"to\": \"ADMIN\"");
        assertThat(details("user.change")).contains("phone").doesNotContain("0199");
    }

    @Test
    void servesTheLogToStaffOnly() {
        staff.get("/api/users/audit?subjectType=user&subjectId=" + alice.userId())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[0].action")
                .isEqualTo("user.register")
                .jsonPath("$.collection[0].details.username")
                .isEqualTo(alice.username());
        TestRequests.as(client, TestTokens.user(alice.userId()))
                .get("/api/users/audit")
                .expectStatus()
                .isForbidden();
    }

    private Map<String, String> signIn(String password) {
        return Map.of("username", alice.username(), "password", password);
    }

    /** Returns the kind and the name of the actor and the action of each entry, in the order of their times. */
    private List<String> entries(String subjectType, Object subjectId) {
        return jdbc.sql("SELECT concat_ws(' ', actor_kind, actor_name, action) FROM audit_entry"
                        + " WHERE subject_type = ? AND subject_id = ? ORDER BY entry_id")
                .params(subjectType, subjectId.toString())
                .query(String.class)
                .list();
    }

    private List<String> requestsOf(long userId) {
        return jdbc.sql("SELECT subject_id || ' ' || (details ->> 'status') FROM audit_entry"
                        + " WHERE action = 'request.refused' AND actor_id = ? ORDER BY entry_id")
                .param(Long.toString(userId))
                .query(String.class)
                .list();
    }

    private String details(String action) {
        return jdbc.sql("SELECT string_agg(details::text, ' ') FROM audit_entry"
                        + " WHERE action = ? AND subject_type = 'user' AND subject_id = ?")
                .params(action, Long.toString(alice.userId()))
                .query(String.class)
                .single();
    }
}
