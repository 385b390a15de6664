package ecommerce.user.token;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.SignedJWT;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import ecommerce.user.user.SignInsEnded;
import java.text.ParseException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class RefreshIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TokenService service;

    @Autowired
    RefreshFamilies families;

    TestUser alice;

    @BeforeEach
    void register() {
        alice = TestUsers.register(client);
    }

    @Test
    void revokesTheSignInIfATokenIsUsedAgain() {
        var first = signedIn();
        var second = service.refresh(first, "127.0.0.1").refreshToken();
        change("UPDATE refresh_token SET used_at = used_at - interval '1 minute' WHERE user_id = ?");

        refuses(first);
        refuses(second);
    }

    @Test
    void acceptsEachOfManyConcurrentRefreshes() throws Exception {
        var token = signedIn();
        Callable<String> refresh = () -> service.refresh(token, "127.0.0.1").refreshToken();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var issued : executor.invokeAll(Collections.nCopies(8, refresh))) {
                assertThat(service.refresh(issued.resultNow(), "127.0.0.1").refreshToken())
                        .isNotEqualTo(token);
            }
        }
    }

    @Test
    void refusesASignInDuringWhichThePasswordChanged() {
        var before = families.endedOf(alice.username());
        transaction.executeWithoutResult(status -> events.publishEvent(new SignInsEnded(alice.userId())));

        transaction.executeWithoutResult(
                status -> assertThat(families.start(alice.userId(), before)).isNull());
    }

    @Test
    void acceptsAndRevokesTokensOfThePreviousVersion() {
        var token = signedIn();
        change("DELETE FROM refresh_family WHERE user_id = ?");
        var next = service.refresh(token, "127.0.0.1").refreshToken();
        change("DELETE FROM refresh_family WHERE user_id = ?");

        transaction.executeWithoutResult(status -> events.publishEvent(new SignInsEnded(alice.userId())));

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

        var accessToken = service.refresh(token, "127.0.0.1").accessToken().getTokenValue();

        var claims = SignedJWT.parse(accessToken).getJWTClaimsSet();
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(1_900_000_000L);
    }

    private String signedIn() {
        var request = Map.of("username", alice.username(), "password", TestUsers.PASSWORD);
        return (String) body(TestRequests.anonymous(client).post("/api/auth/token", request))
                .get("refreshToken");
    }

    private long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows)
                .param(alice.userId())
                .query(Long.class)
                .single();
    }

    private void refuses(String token) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> service.refresh(token, "127.0.0.1"));
    }

    private void change(String sql) {
        assertThat(jdbc.sql(sql).param(alice.userId()).update()).isPositive();
    }
}
