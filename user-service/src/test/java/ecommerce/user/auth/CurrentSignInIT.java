package ecommerce.user.auth;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CurrentSignInIT {

    private static final String LIST = "/api/auth/sign-ins";

    @Autowired
    RestTestClient client;

    TestUser alice;
    Map<?, ?> laptop;

    @BeforeEach
    void signInTwice() {
        alice = TestUsers.register(client);
        TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isOk();
        laptop = body(TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD));
    }

    @Test
    void isMarkedAlsoAfterARefresh() throws ParseException {
        var signInId = signInId(laptop);
        var refreshed = body(TestRequests.anonymous(client)
                .post("/api/auth/token", Map.of("refreshToken", String.valueOf(laptop.get("refreshToken")))));
        assertThat(signInId(refreshed)).isEqualTo(signInId);

        var signIns = signIns(TestTokens.userOfSignIn(alice.userId(), signInId));

        assertThat(signIns).hasSize(2);
        assertThat(signIns.getFirst().get("signInId")).isEqualTo(signInId);
        assertThat(signIns.getFirst().get("current")).isEqualTo(true);
        assertThat(signIns.getLast().containsKey("current")).isFalse();
    }

    /** The token of the previous version doesn't name its sign-in. */
    @Test
    void isUnknownIfTheTokenDoesNotNameIt() {
        assertThat(signIns(TestTokens.user(alice.userId())))
                .hasSize(2)
                .noneMatch(signIn -> signIn.containsKey("current"));
    }

    private List<Map<?, ?>> signIns(String token) {
        var collection =
                (List<?>) body(TestRequests.as(client, token).get(LIST)).get("collection");
        return collection.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
    }

    private static String signInId(Map<?, ?> tokens) throws ParseException {
        return SignedJWT.parse(String.valueOf(tokens.get("accessToken")))
                .getJWTClaimsSet()
                .getStringClaim("sid");
    }
}
