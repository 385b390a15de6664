package ecommerce.user.password;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class NewPasswordIT {

    @Autowired
    RestTestClient client;

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "passwordpassword", "PERSON-%d", "person-%d@EXAMPLE.com"})
    void refusesANewAccountWithAPasswordThatIsShortOrCommonOrItsName(String password) {
        var number = System.nanoTime();
        var request = new HashMap<>(TestUsers.request("person-" + number));
        request.put("credential", Map.of("username", "person-" + number, "password", password.formatted(number)));

        refuses(TestRequests.anonymous(client).post("/api/users", request), "credential.password");
    }

    @Test
    void refusesToChangeAPasswordToANameOfTheUser() {
        var user = TestUsers.register(client);
        var email = user.username().toUpperCase() + "@example.com";

        refuses(
                TestRequests.as(client, TestTokens.user(user.userId()))
                        .put(
                                "/api/credentials/" + user.userId(),
                                Map.of("password", user.username(), "currentPassword", TestUsers.PASSWORD)),
                "password");
        refuses(
                TestRequests.as(client, TestTokens.admin())
                        .put("/api/users/%d/password".formatted(user.userId()), Map.of("newPassword", email)),
                "newPassword");

        TestUsers.signIn(client, user.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isOk();
    }

    private static void refuses(ResponseSpec response, String field) {
        response.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
