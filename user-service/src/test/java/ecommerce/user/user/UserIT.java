package ecommerce.user.user;

import static ecommerce.defaults.test.TestTokens.admin;
import static ecommerce.defaults.test.TestTokens.user;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class UserIT {

    @Autowired
    RestTestClient client;

    @Test
    void hidesAUserFromOthersButNotFromStaff() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();

        send(HttpMethod.GET, path, user(alice.userId() + 1_000_000), null)
                .expectStatus()
                .isNotFound();
        send(HttpMethod.DELETE, path, user(alice.userId() + 1_000_000), null)
                .expectStatus()
                .isNotFound();
        send(HttpMethod.GET, path, null, null).expectStatus().isUnauthorized();
        send(HttpMethod.GET, path, admin(), null).expectStatus().isOk();
        send(HttpMethod.GET, "/api/users/username/" + alice.username(), user(alice.userId()), null)
                .expectStatus()
                .isOk();
    }

    @Test
    void listsUsersForStaffAlonePageByPage() {
        var marker = "list" + UUID.randomUUID().toString().substring(0, 8);
        for (var i = 0; i < 3; i++) {
            send(HttpMethod.POST, "/api/users", null, TestUsers.request(marker + i))
                    .expectStatus()
                    .isCreated();
        }

        send(HttpMethod.GET, "/api/users?q=" + marker + "&size=2&sort=username,desc", admin(), null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(2)
                .jsonPath("$.collection[0].credential.username")
                .isEqualTo(marker + "2")
                .jsonPath("$.page.totalElements")
                .isEqualTo(3);
        send(HttpMethod.GET, "/api/users", user(1), null).expectStatus().isForbidden();
        send(HttpMethod.GET, "/api/users?sort=passwordHash", admin(), null)
                .expectStatus()
                .isBadRequest();
        send(HttpMethod.GET, "/api/users?q=%25%25%25" + marker, admin(), null)
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

        send(HttpMethod.PUT, "/api/users", user(alice.userId()), profile)
                .expectStatus()
                .isOk();

        send(HttpMethod.GET, "/api/users/me", user(alice.userId()), null)
                .expectBody()
                .jsonPath("$.firstName")
                .isEqualTo("Ada");
        send(HttpMethod.PUT, "/api/users", user(alice.userId() + 1_000_000), profile)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void changesOnlyWhatIsSentAndOnlyTheVersionThatWasRead() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();
        var token = user(alice.userId());

        sendIfMatch(HttpMethod.PATCH, path, token, Map.of("phone", "555"), "\"0\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("555")
                .jsonPath("$.firstName")
                .isEqualTo("Grace");
        sendIfMatch(HttpMethod.PATCH, path, token, Map.of("phone", "666"), "\"0\"")
                .expectStatus()
                .isEqualTo(412);
        send(HttpMethod.GET, path, token, null).expectBody().jsonPath("$.phone").isEqualTo("555");
    }

    @Test
    void letsStaffAloneGiveRoles() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();
        var promotion = Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN"));

        send(HttpMethod.PATCH, path, user(alice.userId()), promotion)
                .expectStatus()
                .isForbidden();
        send(HttpMethod.PATCH, path, admin(), promotion)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.credential.roleBasedAuthority")
                .isEqualTo("ROLE_ADMIN");
    }

    @Test
    void deletesAUserForGood() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();

        send(HttpMethod.DELETE, path, user(alice.userId()), null).expectStatus().isNoContent();
        send(HttpMethod.GET, path, admin(), null).expectStatus().isNotFound();
    }

    @Test
    void clearsWhatAPatchSetsToNull() {
        var alice = TestUsers.register(client);
        var path = "/api/users/" + alice.userId();
        var customer = TestRequests.as(client, TestTokens.user(alice.userId()));
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
    void refusesAnUnknownParameterOfTheListByName() {
        TestRequests.as(client, TestTokens.admin())
                .get("/api/users?name=alice")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    private ResponseSpec send(HttpMethod method, String path, String token, Object body) {
        return sendIfMatch(method, path, token, body, null);
    }

    private ResponseSpec sendIfMatch(HttpMethod method, String path, String token, Object body, String ifMatch) {
        var request = client.method(method).uri(URI.create(path));
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, token);
        }
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }
}
