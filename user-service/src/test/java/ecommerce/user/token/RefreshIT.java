package ecommerce.user.token;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import ecommerce.user.TestUsers;
import java.text.ParseException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RefreshIT extends RefreshTest {

    @Test
    void revokesTheSignInIfATokenIsUsedAgain() {
        var first = signedIn();
        var second = refresh(first);
        endTheGrace();

        refuses(first);
        refuses(second);
    }

    @Test
    void acceptsEachOfManyConcurrentRefreshes() throws Exception {
        var token = signedIn();
        Callable<String> refresh = () -> refresh(token);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var issued : executor.invokeAll(Collections.nCopies(8, refresh))) {
                assertThat(refresh(issued.resultNow())).isNotEqualTo(token);
            }
        }
    }

    @Test
    void refusesASignInDuringWhichThePasswordChanged() {
        var before = families.endedOf(alice.username());
        endAllSignIns();

        transaction.executeWithoutResult(
                status -> assertThat(families.start(alice.userId(), before)).isNull());
    }

    @Test
    void acceptsAndRevokesTokensOfThePreviousVersion() {
        var token = signedIn();
        change("DELETE FROM refresh_family WHERE user_id = ?");
        var next = refresh(token);
        change("DELETE FROM refresh_family WHERE user_id = ?");

        endAllSignIns();

        assertThat(count("refresh_family WHERE revoked AND user_id = ?")).isEqualTo(1);
        refuses(next);
    }

    @Test
    void refusesATokenThatThePreviousVersionAddsToARevokedSignIn() {
        var token = signedIn();
        change("UPDATE refresh_family SET revoked = true WHERE user_id = ?");

        refuses(token);
    }

    @Test
    void endsASignInAfterItsAbsoluteLifetime() {
        var token = signedIn();
        change("UPDATE refresh_family SET signed_in_at = signed_in_at - interval '91 days' WHERE user_id = ?");

        refuses(token);
    }

    @Test
    void keepsTheTimeOfTheSignIn() throws ParseException {
        var token = signedIn();
        change("UPDATE refresh_family SET signed_in_at = to_timestamp(1900000000) WHERE user_id = ?");

        var accessToken = service.refresh(token, ADDRESS).accessToken().getTokenValue();

        var claims = SignedJWT.parse(accessToken).getJWTClaimsSet();
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(1_900_000_000L);
    }

    private String signedIn() {
        return (String) body(TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD))
                .get("refreshToken");
    }
}
