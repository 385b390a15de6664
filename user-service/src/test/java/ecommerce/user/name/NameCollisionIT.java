package ecommerce.user.name;

import static ecommerce.defaults.test.TestTokens.admin;
import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.user.TestUsers;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class NameCollisionIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MissingKeys missingKeys;

    final String number = Long.toString(System.nanoTime());

    @Test
    void refusesAnotherSpellingOfATakenName() {
        assertThat(status(register("\uFB01sh" + number, "one" + number + "@b\u00fccher.example")))
                .isEqualTo(201);

        assertThat(refusedField("fish" + number, "two" + number + "@example.com"))
                .isEqualTo("credential.username");
        assertThat(refusedField("other" + number, "ONE" + number + "@xn--bcher-kva.example"))
                .isEqualTo("email");
    }

    @Test
    void signsInWithAnySpelling() {
        assertThat(status(register("  \uFF46ish" + number, "fish" + number + "@example.com")))
                .isEqualTo(201);

        for (var spelling : new String[] {"fish", "\uFB01sh", "FISH", " \uFF46\uFF49sh"}) {
            assertThat(status(signIn(spelling + number))).as(spelling).isEqualTo(200);
        }
    }

    @Test
    void keepsAndReportsTheNamesOfAccountsThatCollide() {
        var first = accountOfThePreviousRelease("fish" + number);
        var second = accountOfThePreviousRelease("\uFB01sh" + number);

        missingKeys.add();

        assertThat(status(signIn("fish" + number))).isEqualTo(200);
        assertThat(status(signIn("\uFB01sh" + number))).isEqualTo(200);
        assertThat(subjectOf("FISH" + number)).isEqualTo(first);
        assertThat(subjectOf("\uFB01SH" + number)).isEqualTo(second);
        assertThat(refusedField("\uFF46ish" + number, "free" + number + "@example.com"))
                .isEqualTo("credential.username");
        var report = TestRequests.as(client, admin()).get("/api/users/name-collisions?size=100");
        assertThat(report.expectStatus().isOk().returnResult(String.class).getResponseBody())
                .contains("\"field\":\"username\",\"userId\":%d,\"name\":\"\uFB01sh%s\",\"otherUserId\":%d"
                        .formatted(second, number, first));
        TestRequests.as(client, user(first))
                .get("/api/users/name-collisions")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void endsACollisionWhenTheOtherAccountIsDeleted() {
        var first = accountOfThePreviousRelease("fish" + number);
        var second = accountOfThePreviousRelease("\uFB01sh" + number);
        missingKeys.add();

        jdbc.sql("DELETE FROM users WHERE user_id = ?").param(first).update();
        missingKeys.add();

        assertThat(subjectOf("FISH" + number)).isEqualTo(second);
    }

    @Test
    void givesTheKeyToTheOlderAccountIfANamesakeRegisteredMeanwhile() {
        var older = accountOfThePreviousRelease("fish" + number);
        var newer = TestUsers.register(client).userId();
        jdbc.sql("UPDATE users SET username = ?, username_key = ? WHERE user_id = ?")
                .params("\uFB01sh" + number, "fish" + number, newer)
                .update();

        missingKeys.add();

        assertThat(subjectOf("\uFF46ish" + number)).isEqualTo(older);
        assertThat(subjectOf("\uFB01sh" + number)).isEqualTo(newer);
    }

    @Test
    void doesNotLetANamesakeResetTheLimitOfGuesses() {
        accountOfThePreviousRelease("fish" + number);
        accountOfThePreviousRelease("\uFB01sh" + number);
        missingKeys.add();

        for (var guess = 0; guess < 5; guess++) {
            assertThat(status(signIn("fish" + number, "a guess"))).isEqualTo(401);
            assertThat(status(signIn("\uFB01sh" + number))).isEqualTo(200);
        }

        assertThat(status(signIn("fish" + number, "a guess"))).isEqualTo(429);
    }

    @Test
    void letsAccountsWhoseEmailAddressesCollideBeChanged() {
        var emails = List.of("fish" + number + "@example.com", "\uFB01sh" + number + "@example.com");
        var accounts = List.of(
                accountOfThePreviousRelease("one" + number, emails.getFirst()),
                accountOfThePreviousRelease("two" + number, emails.getLast()));

        for (var phone : List.of("555 1", "555 2")) {
            accounts.forEach(account -> TestRequests.as(client, user(account, Instant.EPOCH))
                    .patch("/api/users/" + account, Map.of("phone", phone))
                    .expectStatus()
                    .isOk());
            missingKeys.add();
        }

        assertThat(jdbc.sql("SELECT email FROM users WHERE phone = '555 2' AND user_id IN (?, ?) ORDER BY user_id")
                        .params(accounts)
                        .query(String.class)
                        .list())
                .isEqualTo(emails);
    }

    @Test
    void followsAnEmailAddressThatThePreviousReleaseChanges() {
        var account = TestUsers.register(client);
        jdbc.sql("UPDATE users SET email = ? WHERE user_id = ?")
                .params("new" + number + "@B\u00fccher.example", account.userId())
                .update();
        missingKeys.add();

        assertThat(refusedField("other" + number, "new" + number + "@xn--bcher-kva.example"))
                .isEqualTo("email");
    }

    private long accountOfThePreviousRelease(String username) {
        return accountOfThePreviousRelease(username, username + "@old.example");
    }

    private long accountOfThePreviousRelease(String username, String email) {
        var account = TestUsers.register(client);
        jdbc.sql("UPDATE users SET username = ?, email = ?, username_key = NULL, email_key = NULL WHERE user_id = ?")
                .params(username, email, account.userId())
                .update();
        return account.userId();
    }

    private long subjectOf(String username) {
        var token = (String) TestRequests.body(signIn(username)).get("accessToken");
        try {
            return Long.parseLong(SignedJWT.parse(token).getJWTClaimsSet().getSubject());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refusedField(String username, String email) {
        var answer = register(username, email).returnResult(Map.class);
        assertThat(answer.getStatus().value()).isEqualTo(409);
        var errors = (List<?>) answer.getResponseBody().get("errors");
        return (String) ((Map<?, ?>) errors.getFirst()).get("field");
    }

    private ResponseSpec register(String username, String email) {
        var request = new HashMap<>(TestUsers.request(username));
        request.put("email", email);
        return TestRequests.anonymous(client).post("/api/users", request);
    }

    private ResponseSpec signIn(String username) {
        return signIn(username, TestUsers.PASSWORD);
    }

    private ResponseSpec signIn(String username, String password) {
        return TestUsers.signIn(client, username, password);
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }
}
