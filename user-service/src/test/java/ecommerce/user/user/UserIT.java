package ecommerce.user.user;

import static ecommerce.defaults.test.TestTokens.admin;
import static ecommerce.defaults.test.TestTokens.user;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.user.TestUsers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class UserIT {

    @Autowired
    RestTestClient client;

    @Test
    void hidesAUserFromOthersExceptStaff() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();

        as(alice.userId() + 1_000_000).get(path).expectStatus().isNotFound();
        as(alice.userId() + 1_000_000).delete(path).expectStatus().isNotFound();
        TestRequests.anonymous(client).get(path).expectStatus().isUnauthorized();
        staff().get(path).expectStatus().isOk();
        as(alice.userId())
                .get("/api/users/username/" + alice.username())
                .expectStatus()
                .isOk();
    }

    @Test
    void listsUsersInPagesForStaffOnly() {
        var marker = "list" + UUID.randomUUID().toString().substring(0, 8);
        for (var i = 0; i < 3; i++) {
            TestRequests.anonymous(client)
                    .post("/api/users", TestUsers.request(marker + i))
                    .expectStatus()
                    .isCreated();
        }

        staff().get("/api/users?q=" + marker + "&size=2&sort=username,desc")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(2)
                .jsonPath("$.collection[0].credential.username")
                .isEqualTo(marker + "2")
                .jsonPath("$.page.totalElements")
                .isEqualTo(3);
        as(1).get("/api/users").expectStatus().isForbidden();
        staff().get("/api/users?sort=passwordHash").expectStatus().isBadRequest();
        staff().get("/api/users?q=%25%25%25" + marker)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
    }

    @Test
    void replacesTheUserWhoseIdIsInTheBody() {
        var alice = TestUsers.register(client);
        var profile = Map.of(
                "userId",
                alice.userId(),
                "firstName",
                "Ada",
                "lastName",
                "Lovelace",
                "email",
                alice.username() + "@example.org");

        as(alice.userId()).put("/api/users", profile).expectStatus().isOk();

        as(alice.userId())
                .get("/api/users/me")
                .expectBody()
                .jsonPath("$.firstName")
                .isEqualTo("Ada");
        as(alice.userId() + 1_000_000).put("/api/users", profile).expectStatus().isNotFound();
    }

    @Test
    void changesOnlyPatchedMembersOfTheCurrentVersion() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();

        as(alice.userId())
                .with("If-Match", "\"0\"")
                .patch(path, Map.of("phone", "555"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("555")
                .jsonPath("$.firstName")
                .isEqualTo("Grace");
        as(alice.userId())
                .with("If-Match", "\"0\"")
                .patch(path, Map.of("phone", "666"))
                .expectStatus()
                .isEqualTo(412);
        as(alice.userId()).get(path).expectBody().jsonPath("$.phone").isEqualTo("555");
    }

    @Test
    void letsOnlyStaffAssignRoles() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();
        var promotion = Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN"));

        as(alice.userId()).patch(path, promotion).expectStatus().isForbidden();
        staff().patch(path, promotion)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.credential.roleBasedAuthority")
                .isEqualTo("ROLE_ADMIN");
    }

    @Test
    void deletesAUser() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();

        as(alice.userId()).delete(path).expectStatus().isNoContent();
        staff().get(path).expectStatus().isNotFound();
    }

    @Test
    void clearsMembersThatAPatchSetsToNull() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();
        var customer = as(alice.userId());
        customer.patch(path, Map.of("phone", "+49 30 123456", "imageUrl", "https://example.com/a.png"))
                .expectStatus()
                .isOk();

        customer.patch(path, Map.of()).expectBody().jsonPath("$.phone").isEqualTo("+49 30 123456");
        customer.patch(path, Collections.singletonMap("phone", null))
                .expectStatus()
                .isOk();

        customer.get(path)
                .expectBody()
                .jsonPath("$.phone")
                .doesNotExist()
                .jsonPath("$.imageUrl")
                .isEqualTo("https://example.com/a.png");
        customer.patch(path, Collections.singletonMap("email", null))
                .expectStatus()
                .isBadRequest();
        customer.patch(path, Collections.singletonMap("credential", null))
                .expectStatus()
                .isBadRequest();
        customer.patch(path, List.of(1)).expectStatus().isBadRequest();
    }

    @Test
    void rejectsAndNamesAnUnknownListParameter() {
        staff().get("/api/users?name=alice")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    private TestRequests as(long userId) {
        return TestRequests.as(client, user(userId));
    }

    private TestRequests staff() {
        return TestRequests.as(client, admin());
    }
}
