package ecommerce.user.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class GuessingIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    TestUser alice;

    @BeforeEach
    void register() {
        alice = TestUsers.register(client);
    }

    @Test
    void throttlesRepeatedFailures() {
        for (var attempt = 0; attempt < 5; attempt++) {
            signIn("guess " + attempt).expectStatus().isUnauthorized();
        }

        signIn(TestUsers.PASSWORD).expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
    }

    @Test
    void countsGuessesAtAllSpellingsOfANameTogether() {
        var name = "kim\u00df" + System.nanoTime();
        TestRequests.anonymous(client)
                .post("/api/users", TestUsers.request(name))
                .expectStatus()
                .isCreated();
        for (var spelt : List.of(name, "another" + name)) {
            for (var guess = 0; guess < 5; guess++) {
                signIn(spelling(spelt, guess), "guess").expectStatus().isUnauthorized();
            }

            signIn(spelling(spelt, 5), "guess").expectStatus().isEqualTo(429);
        }
    }

    private static String spelling(String name, int number) {
        return switch (number % 3) {
            case 0 -> name;
            case 1 -> name.replace('i', '\u0130');
            default -> name.replace('\u00df', '\u1e9e');
        };
    }

    @Test
    void checksAtMostFiveOf500ParallelGuesses() throws Exception {
        var before = checks();
        Callable<Integer> guess = () ->
                signIn("a wrong guess").returnResult(String.class).getStatus().value();

        try (var executor = Executors.newFixedThreadPool(50)) {
            var statuses = executor.invokeAll(Collections.nCopies(500, guess)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(401, 429);
            assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
        }

        assertThat(checks() - before).isEqualTo(5);
    }

    @Test
    void replacesTheOldHashOfAShortPassword() {
        jdbc.sql("UPDATE users SET password_hash = ? WHERE user_id = ?")
                .param("{bcrypt}" + new BCryptPasswordEncoder().encode("short pw"))
                .param(alice.userId())
                .update();

        signIn("short PW").expectStatus().isUnauthorized();
        for (var i = 0; i < 2; i++) {
            signIn("short pw").expectStatus().isOk();
            assertThat(hash()).startsWith("{pbkdf2@SpringSecurity_v5_8}");
        }
    }

    private ResponseSpec signIn(String password) {
        return signIn(alice.username(), password);
    }

    private ResponseSpec signIn(String username, String password) {
        return TestUsers.signIn(client, username, password);
    }

    private long checks() {
        return meters.timer("shop.password.hashing").count();
    }

    private String hash() {
        return jdbc.sql("SELECT password_hash FROM users WHERE user_id = ?")
                .param(alice.userId())
                .query(String.class)
                .single();
    }
}
