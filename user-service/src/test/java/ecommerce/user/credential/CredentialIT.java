package ecommerce.user.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class CredentialIT {

    private static final String NEW_PASSWORD = "another horse battery";

    @Autowired
    RestTestClient client;

    TestUser user;
    String path;
    TestRequests owner;
    TestRequests staff;

    @BeforeEach
    void register() {
        user = TestUsers.register(client);
        path = "/api/credentials/" + user.userId();
        owner = TestRequests.as(client, TestTokens.user(user.userId()));
        staff = TestRequests.as(client, TestTokens.admin());
    }

    @Test
    void showsACredentialToItsOwnerAndToStaffWithoutThePassword() {
        for (var reader : new TestRequests[] {owner, staff}) {
            var body = reader.get(path)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.credentialId")
                    .isEqualTo(user.userId())
                    .jsonPath("$.username")
                    .isEqualTo(user.username())
                    .jsonPath("$.isEnabled")
                    .isEqualTo(true)
                    .jsonPath("$.user.userId")
                    .isEqualTo(user.userId())
                    .returnResult();
            assertThat(new String(body.getResponseBodyContent())).doesNotContain("assword\"", "pbkdf2");
        }
        owner.get("/api/credentials/username/" + user.username()).expectStatus().isOk();
    }

    @Test
    void hidesACredentialFromOthers() {
        var stranger = TestRequests.as(client, TestTokens.user(user.userId() + 1_000_000));

        stranger.get(path).expectStatus().isNotFound();
        stranger.get("/api/credentials/username/" + user.username())
                .expectStatus()
                .isNotFound();
        stranger.put(path, Map.of("password", NEW_PASSWORD)).expectStatus().isNotFound();
        TestRequests.anonymous(client).get(path).expectStatus().isUnauthorized();
    }

    @Test
    void listsTheOwnCredentialAndAllForStaff() {
        owner.get("/api/credentials")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1)
                .jsonPath("$.collection[0].username")
                .isEqualTo(user.username());
        owner.get("/api/credentials?page=1")
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(0);
        staff.get("/api/credentials?size=1&sort=createdAt,desc")
                .expectBody()
                .jsonPath("$.collection[0].credentialId")
                .isEqualTo(user.userId());
    }

    @Test
    void changesThePasswordOnlyWithTheCurrentOne() {
        owner.put(path, Map.of("password", NEW_PASSWORD))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("currentPassword");

        owner.put(
                        "/api/credentials",
                        Map.of(
                                "credentialId",
                                user.userId(),
                                "username",
                                user.username(),
                                "password",
                                NEW_PASSWORD,
                                "currentPassword",
                                TestUsers.PASSWORD))
                .expectStatus()
                .isOk();

        signIn(TestUsers.PASSWORD).expectStatus().isUnauthorized();
        signIn(NEW_PASSWORD).expectStatus().isOk();
    }

    @Test
    void limitsGuessesAtTheCurrentPassword() {
        for (var i = 0; i < 5; i++) {
            owner.put(path, Map.of("password", NEW_PASSWORD, "currentPassword", "guess " + i))
                    .expectStatus()
                    .isBadRequest();
        }

        owner.put(
                        "/api/users/%d/password".formatted(user.userId()),
                        Map.of("newPassword", NEW_PASSWORD, "currentPassword", TestUsers.PASSWORD))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
        signIn(TestUsers.PASSWORD).expectStatus().isOk();
    }

    /** Otherwise, a stolen token would be enough to take over the account. */
    @Test
    void requiresStaffToKnowTheirOwnPassword() {
        staff.put(path, Map.of("roleBasedAuthority", "ROLE_ADMIN"))
                .expectStatus()
                .isOk();
        var member = TestRequests.as(client, TestTokens.staff(user.userId()));
        var own = "/api/users/%d/password".formatted(user.userId());

        member.put(own, Map.of("newPassword", NEW_PASSWORD)).expectStatus().isBadRequest();
        member.put(path, Map.of("password", NEW_PASSWORD)).expectStatus().isBadRequest();
        signIn(TestUsers.PASSWORD).expectStatus().isOk();

        staff.put(own, Map.of("newPassword", NEW_PASSWORD)).expectStatus().isNoContent();
        signIn(NEW_PASSWORD).expectStatus().isOk();
    }

    @Test
    void letsOnlyStaffChangeTheRole() {
        var role = Map.of("roleBasedAuthority", "ROLE_ADMIN");

        owner.put(path, role).expectStatus().isForbidden();
        staff.with("If-Match", "\"7\"").put(path, role).expectStatus().isEqualTo(412);
        staff.put(path, role).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");

        owner.get(path).expectBody().jsonPath("$.roleBasedAuthority").isEqualTo("ROLE_ADMIN");
        signIn(TestUsers.PASSWORD).expectStatus().isOk();
    }

    @Test
    void rejectsAnotherUserNameAndUnsupportedMethods() {
        staff.put(path, Map.of("username", "other"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("username");
        staff.post("/api/credentials", Map.of())
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .exists("Allow");
        staff.delete(path).expectStatus().isEqualTo(405);
    }

    @Test
    void hasNoVerificationTokens() {
        owner.get("/api/verificationTokens")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
        owner.get("/api/verificationTokens/1").expectStatus().isNotFound();
        TestRequests.anonymous(client)
                .get("/api/verificationTokens")
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec signIn(String password) {
        return TestUsers.signIn(client, user.username(), password);
    }
}
