package ecommerce.user.user;

import static ecommerce.defaults.test.TestTokens.admin;
import static ecommerce.defaults.test.TestTokens.user;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class SensitiveChangeIT {

    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(1));

    @Autowired
    RestTestClient client;

    TestUser alice;
    String path;
    TestRequests owner;
    TestRequests staff;

    @BeforeEach
    void register() {
        alice = TestUsers.register(client);
        path = "/api/users/" + alice.userId();
        owner = TestRequests.as(client, user(alice.userId(), LONG_AGO));
        staff = TestRequests.as(client, admin(LONG_AGO));
    }

    @Test
    void requiresARecentSignInForEmailPasswordAndDeletion() {
        var password = Map.of("currentPassword", TestUsers.PASSWORD, "newPassword", "another good one");
        var credential = Map.of("currentPassword", TestUsers.PASSWORD, "password", "another good one");

        refuses(owner.patch(path, Map.of("email", alice.username() + "@example.net")));
        refuses(owner.put(path + "/password", password));
        refuses(owner.put("/api/credentials/" + alice.userId(), credential));
        refuses(owner.delete(path));

        owner.patch(path, Map.of("phone", "555")).expectStatus().isOk();
        TestRequests.as(client, user(alice.userId(), Instant.now()))
                .put(path + "/password", password)
                .expectStatus()
                .isNoContent();
    }

    @Test
    void requiresARecentSignInOfStaff() {
        refuses(staff.patch(path, Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN"))));
        refuses(staff.put("/api/credentials/" + alice.userId(), Map.of("roleBasedAuthority", "ROLE_ADMIN")));
        refuses(staff.delete(path));

        staff.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.credential.roleBasedAuthority")
                .isEqualTo("ROLE_USER");
    }

    @Test
    void limitsHowManyEmailAddressesACustomerCanTry() {
        var taken = TestUsers.register(client).username() + "@example.com";
        var customer = TestRequests.as(client, user(alice.userId(), Instant.now()));

        for (var i = 0; i < 10; i++) {
            customer.patch(path, Map.of("email", taken)).expectStatus().isEqualTo(409);
        }

        customer.patch(path, Map.of("email", taken)).expectStatus().isEqualTo(429);
        customer.put(path, Map.of("firstName", "A", "lastName", "B", "email", taken))
                .expectStatus()
                .isEqualTo(429);
        customer.patch(path, Map.of("email", alice.username() + "@EXAMPLE.com", "phone", "555"))
                .expectStatus()
                .isOk();
        staff.patch(path, Map.of("email", taken)).expectStatus().isUnauthorized();
    }

    private static void refuses(ResponseSpec response) {
        response.expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(Problem.SIGN_IN_AGAIN.toString());
    }
}
