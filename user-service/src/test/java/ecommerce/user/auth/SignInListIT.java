package ecommerce.user.auth;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class SignInListIT {

    private static final String LIST = "/api/auth/sign-ins";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestUser alice;
    TestRequests owner;
    TestRequests staff;
    String phone;
    String laptop;

    @BeforeEach
    void signInTwice() {
        alice = TestUsers.register(client);
        owner = TestRequests.as(client, TestTokens.user(alice.userId()));
        staff = TestRequests.as(client, TestTokens.admin());
        phone = refreshToken(TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD));
        laptop = refreshToken(TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD));
    }

    @Test
    void listsOpenSignInsWithTheLastUsedFirst() {
        phone = refreshToken(refresh(phone));

        var signIns = signIns(owner, LIST);

        assertThat(signIns)
                .hasSize(2)
                .allSatisfy(signIn -> assertThat(signIn.get("address")).isEqualTo("127.0.0.1"));
        assertThat(time(signIns.getFirst(), "signedInAt")).isBefore(time(signIns.getLast(), "signedInAt"));
        assertThat(time(signIns.getFirst(), "lastUsedAt")).isAfter(time(signIns.getLast(), "lastUsedAt"));
        assertThat(time(signIns.getFirst(), "expiresAt"))
                .isAfter(Instant.now().plus(Duration.ofDays(13)))
                .isBefore(Instant.now().plus(Duration.ofDays(15)));
        owner.get(LIST + "?sort=signedInAt&size=1&page=1")
                .expectBody()
                .jsonPath("$.collection[0].signInId")
                .isEqualTo(id(signIns.getLast()))
                .jsonPath("$.page.totalElements")
                .isEqualTo(2);
        owner.get(LIST + "?sort=address").expectStatus().isBadRequest();
    }

    @Test
    void endsOneSignIn() {
        var signIn = LIST + "/" + id(signIns(owner, LIST).getFirst());

        owner.delete(signIn).expectStatus().isNoContent();

        refresh(laptop).expectStatus().isUnauthorized();
        refresh(phone).expectStatus().isOk();
        assertThat(signIns(owner, LIST)).hasSize(1);
        owner.delete(signIn).expectStatus().isNotFound();
        owner.delete(LIST + "/7").expectStatus().isBadRequest();
        assertThat(actions()).endsWith("CUSTOMER sign-out");
    }

    @Test
    void endsAllSignIns() {
        owner.delete(LIST).expectStatus().isBadRequest();
        owner.delete(LIST + "?userId=").expectStatus().isBadRequest();

        owner.delete(LIST + "?userId=me").expectStatus().isNoContent();

        refresh(phone).expectStatus().isUnauthorized();
        refresh(laptop).expectStatus().isUnauthorized();
        assertThat(signIns(owner, LIST)).isEmpty();
        assertThat(actions()).endsWith("CUSTOMER sign-out");
        TestUsers.signIn(client, alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isOk();
    }

    @Test
    void hidesTheSignInsOfOthers() {
        var stranger = TestRequests.as(
                client, TestTokens.user(TestUsers.register(client).userId()));
        var ofAlice = LIST + "?userId=" + alice.userId();

        assertThat(signIns(stranger, ofAlice)).isEmpty();
        stranger.delete(ofAlice).expectStatus().isNotFound();
        stranger.delete(LIST + "/" + id(signIns(owner, LIST).getFirst()))
                .expectStatus()
                .isNotFound();
        TestRequests.anonymous(client).get(LIST).expectStatus().isUnauthorized();

        assertThat(signIns(owner, LIST)).hasSize(2);
    }

    @Test
    void letsStaffListAndEndTheSignInsOfACustomer() {
        var ofAlice = LIST + "?userId=" + alice.userId();
        var signIns = signIns(staff, ofAlice);
        assertThat(signIns).hasSize(2);

        staff.delete(LIST + "/" + id(signIns.getLast())).expectStatus().isNoContent();
        refresh(phone).expectStatus().isUnauthorized();
        staff.delete(ofAlice).expectStatus().isNoContent();
        refresh(laptop).expectStatus().isUnauthorized();
        staff.changingNothing().delete(ofAlice).expectStatus().isNoContent();

        assertThat(actions()).endsWith("STAFF sign-in.end", "STAFF sign-in.end");
        staff.get(LIST + "?userId=999999999").expectStatus().isNotFound();
        staff.delete(LIST + "?userId=999999999").expectStatus().isNotFound();
    }

    @Test
    void listsAndEndsASignInThatThePreviousVersionStoredAsItsToken() {
        jdbc.sql("DELETE FROM refresh_family WHERE user_id = ?")
                .param(alice.userId())
                .update();

        var signIns = signIns(owner, LIST);

        assertThat(signIns).hasSize(2).allSatisfy(signIn -> {
            assertThat(signIn.get("address")).isNull();
            assertThat(time(signIn, "signedInAt"))
                    .isAfter(Instant.now().minus(Duration.ofHours(1)))
                    .isBefore(Instant.now().plus(Duration.ofHours(1)));
        });
        for (var signIn : signIns) {
            owner.delete(LIST + "/" + id(signIn)).expectStatus().isNoContent();
        }
        refresh(phone).expectStatus().isUnauthorized();
    }

    @Test
    void omitsSignInsThatHaveEnded() {
        jdbc.sql("UPDATE refresh_token SET expires_at = now() - interval '1 second' WHERE user_id = ?")
                .param(alice.userId())
                .update();

        assertThat(signIns(owner, LIST)).isEmpty();
    }

    private ResponseSpec refresh(String token) {
        return TestRequests.anonymous(client).post("/api/auth/token", Map.of("refreshToken", token));
    }

    private static String refreshToken(ResponseSpec response) {
        return (String) body(response).get("refreshToken");
    }

    private static List<Map<?, ?>> signIns(TestRequests caller, String path) {
        var collection = (List<?>) body(caller.get(path)).get("collection");
        return collection.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
    }

    private static String id(Map<?, ?> signIn) {
        return (String) signIn.get("signInId");
    }

    private static Instant time(Map<?, ?> signIn, String member) {
        return Instant.parse((String) signIn.get(member));
    }

    private List<String> actions() {
        return jdbc.sql("SELECT concat_ws(' ', actor_kind, action) FROM audit_entry"
                        + " WHERE subject_type = 'user' AND subject_id = ? ORDER BY entry_id")
                .param(Long.toString(alice.userId()))
                .query(String.class)
                .list();
    }
}
