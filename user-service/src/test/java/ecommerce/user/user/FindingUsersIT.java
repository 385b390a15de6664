package ecommerce.user.user;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class FindingUsersIT {

    @Autowired
    RestTestClient client;

    TestUser alice;
    TestRequests staff;

    @BeforeEach
    void register() {
        alice = TestUsers.register(client);
        staff = TestRequests.as(client, TestTokens.admin());
    }

    @Test
    void findsAUserByPartsOfNameUserNameAndEmail() {
        staff.patch("/api/users/" + alice.userId(), Map.of("firstName", "Zoë_" + alice.userId(), "lastName", "O'Hara"))
                .expectStatus()
                .isOk();

        expectFound("q=_%d%%20o'h".formatted(alice.userId()), alice);
        expectFound("q=" + alice.username().substring(1).toUpperCase(Locale.ROOT), alice);
        expectFound("q=" + alice.username() + "@EXAMPLE.COM", alice);
        expectFound("q=zo__" + alice.userId());
    }

    @Test
    void findsBlockedUsers() {
        staff.put("/api/users/%d/block".formatted(alice.userId()), Map.of("reason", "Three chargebacks"))
                .expectStatus()
                .isOk();

        expectFound("blocked=true&q=" + alice.username(), alice);
        expectFound("blocked=&q=" + alice.username(), alice);
        expectFound("blocked=false&q=" + alice.username());
        var bob = TestUsers.register(client);
        expectFound("blocked=false&q=" + bob.username(), bob);
        expectFound("blocked=true&q=" + bob.username());
    }

    @Test
    void findsUsersByRole() {
        expectFound("roleBasedAuthority=ROLE_USER&q=" + alice.username(), alice);
        expectFound("roleBasedAuthority=&q=" + alice.username(), alice);
        expectFound("roleBasedAuthority=ROLE_ADMIN&q=" + alice.username());
        staff.patch("/api/users/" + alice.userId(), Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN")))
                .expectStatus()
                .isOk();

        expectFound("roleBasedAuthority=ROLE_ADMIN&blocked=false&q=" + alice.username(), alice);
        expectFound("roleBasedAuthority=ROLE_USER&q=" + alice.username());
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked=perhaps", "roleBasedAuthority=ADMIN", "roleBasedAuthority=role_user"})
    void refusesInvalidValues(String parameter) {
        staff.get("/api/users?" + parameter)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    private void expectFound(String query, TestUser... users) {
        staff.get("/api/users?" + query)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[*].userId")
                .isEqualTo(Stream.of(users).map(user -> (int) user.userId()).toList());
    }
}
