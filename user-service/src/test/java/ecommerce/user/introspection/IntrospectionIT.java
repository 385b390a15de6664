package ecommerce.user.introspection;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import ecommerce.user.TokenEndpointTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class IntrospectionIT extends TokenEndpointTest {

    private static final Map<?, ?> PROMOTION = Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN"));
    private static final Map<?, ?> DEMOTION = Map.of("credential", Map.of("roleBasedAuthority", "ROLE_USER"));

    TestUser bob;
    TestRequests admin;
    String token;
    String path;

    @BeforeEach
    void promote() {
        bob = TestUsers.register(client);
        path = "/api/users/" + bob.userId();
        admin = TestRequests.as(client, TestTokens.admin());
        admin.patch(path, PROMOTION).expectStatus().isOk();
        token = TestTokens.staff(bob.userId());
    }

    @Test
    void saysThatAStaffTokenIsActiveUntilTheDemotion() {
        expect(token, true);

        admin.patch(path, DEMOTION).expectStatus().isOk();

        expect(token, false);
        expect(TestTokens.user(bob.userId()), true);
    }

    @Test
    void saysThatATokenOfADeletedUserIsInactive() {
        admin.delete(path).expectStatus().isNoContent();

        expect(token, false);
        expect("Bearer nonsense", false);
        expect(TestTokens.service("order-service"), false);
    }

    @Test
    void saysThatATokenOfBlockedStaffIsInactive() {
        admin.put(path + "/block", Map.of("reason", "Left the shop"))
                .expectStatus()
                .isOk();

        expect(token, false);
        TestRequests.as(client, token).get("/api/users").expectStatus().isUnauthorized();

        admin.delete(path + "/block").expectStatus().isNoContent();
        expect(token, true);
    }

    @Test
    void refusesDemotedStaffAtUserServiceItself() {
        var staff = TestRequests.as(client, token);
        staff.get("/api/users").expectStatus().isOk();

        admin.patch(path, DEMOTION).expectStatus().isOk();

        staff.patch(path, PROMOTION).expectStatus().isUnauthorized();
        staff.get("/api/users").expectStatus().isUnauthorized();
        admin.get(path).expectBody().jsonPath("$.credential.roleBasedAuthority").isEqualTo("ROLE_USER");
    }

    @Test
    void answersOnlyServicesThatMayAsk() {
        var parameters = Map.of("token", token.replace("Bearer ", ""));

        post("/oauth2/introspect", "proxy-client", parameters)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("unauthorized_client");
        client.post()
                .uri("/oauth2/introspect")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.admin())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(parameters))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private void expect(String bearer, boolean active) {
        post("/oauth2/introspect", "payment-service", Map.of("token", bearer.replace("Bearer ", "")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.active")
                .isEqualTo(active)
                .jsonPath("$.iss")
                .isEqualTo("http://localhost:8080");
    }
}
