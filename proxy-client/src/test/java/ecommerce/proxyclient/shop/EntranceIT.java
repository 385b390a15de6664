package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a sign-in, and the sign-ins that follow a registration or a change of the password. */
class EntranceIT extends ProxyClientTest {

    private static final String[] REGISTRATION = Stream.concat(
                    Stream.of(AccountIT.REGISTRATION), Stream.of("then", "/app/checkout"))
            .toArray(String[]::new);

    @BeforeEach
    void haveAnAccount() {
        services.refuse("POST", "/api/users", 201, """
                {"userId":7,"firstName":"Ann","lastName":"Lee","email":"ann@example.com"}""");
        services.refuse("PUT", "/api/users/7/password", 204, "");
    }

    @Test
    void saysThatTheAccountExistsIfTheSignInFails() {
        browser.get("/app/register");
        refuseTokens();

        var answer = browser.post("/app/register", REGISTRATION);

        assertThat(answer.location()).isEqualTo("/app/sign-in?then=%2Fapp%2Fcheckout");
        assertThat(browser.get(answer.location()).html())
                .contains("Your account is ready, Ann. Sign in.", "value=\"/app/checkout\"");
    }

    @Test
    void saysThatThePasswordIsChangedIfTheSignInFails() {
        signIn();
        browser.get("/app/account/password");
        refuseTokens();

        var page = browser.submit(
                "/app/account/password", "currentPassword", "secret words", "newPassword", "other secret words");

        assertThat(page.html())
                .contains("Your password is changed. Sign in with the new one.")
                .doesNotContain("Sign out");
    }

    @Test
    void leadsToNoOtherSite() {
        signIn();
        browser.get("/app/sign-in?then=https://evil.example/");

        for (var then : new String[] {"https://evil.example/", "//evil.example/app/", "/app/\\evil.example"}) {
            var answer = browser.post("/app/sign-in", "username", "alice", "password", "secret words", "then", then);
            assertThat(answer.location()).as(then).isEqualTo("/app/");
        }
    }

    private static void refuseTokens() {
        NEIGHBOURS.override(
                post("/api/auth/token").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "42")));
    }
}
