package ecommerce.proxyclient.keptform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.Browser.Page;
import ecommerce.proxyclient.ProxyClientTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes the email address of a customer, for which user-service asks for the password of staff again. */
class KeptFormIT extends ProxyClientTest {

    private static final String API = "/api/users/7";
    private static final String PAGE = "/app/desk/customers/7/data";
    private static final String ANN = """
            {"userId":7,"firstName":"Ann","lastName":"Lee","email":"ann@example.com","createdAt":"2026-01-02T03:04:05Z",
             "credential":{"username":"ann","roleBasedAuthority":"ROLE_USER"}}""";

    @BeforeEach
    void openTheForm() {
        signIn(TestTokens.admin(), 900);
        NEIGHBOURS.override(
                WireMock.get(urlPathEqualTo(API)).willReturn(okJson(ANN).withHeader("ETag", "\"3\"")));
        NEIGHBOURS.override(patch(urlPathEqualTo(API))
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"")));
        browser.get(PAGE);
    }

    @Test
    void isSentAfterTheSignIn() {
        var prompt = sendForm("new@example.com");
        assertThat(prompt.status()).isEqualTo(401);
        assertThat(prompt.html())
                .contains("Enter your password again", "name=\"kept\"", "value=\"admin\"")
                .doesNotContain("new@example.com", "Your session has ended");
        assertThat(prompt.headers().getCacheControl()).isEqualTo("no-store");

        services.have("PATCH", API, "{}");
        var done = enterPassword();

        assertThat(done.location()).isEqualTo("/app/desk/customers/7");
        NEIGHBOURS
                .server()
                .verify(2, patchRequestedFor(urlPathEqualTo(API)).withRequestBody(equalToJson("""
                                {"firstName":"Ann","lastName":"Lee","email":"new@example.com","phone":""}""", true, true)));
    }

    @Test
    void isShownWithWhatWasTypedIfTheServiceRefusesItAfterTheSignIn() {
        sendForm("bob@example.com");
        services.refuse("PATCH", API, 409, """
                {"status":409,"detail":"taken","errors":[{"field":"email","message":"is taken"}]}""");

        var refused = enterPassword();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("value=\"bob@example.com\"", "is taken", "action=\"" + PAGE + "\"");
    }

    @Test
    void isKeptWhileThePasswordIsWrong() {
        sendForm("new@example.com");
        services.refuse("POST", "/api/auth/token", 401, "{\"status\":401}");
        var refused = browser.fill("/app/sign-in", "password", "wrong");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.html())
                .contains("The user name or the password is wrong.", "Then your form is sent.")
                .doesNotContain("New here?");

        issue(TestTokens.admin(), 900, "refresh-2");
        services.have("PATCH", API, "{}");

        assertThat(enterPassword().location()).isEqualTo("/app/desk/customers/7");
    }

    @Test
    void isKeptWhenAnotherLanguageIsChosen() {
        sendForm("new@example.com");
        var spanish = browser.fill("/app/language", "language", "es");
        assertThat(spanish.html())
                .contains("lang=\"es\"", "name=\"kept\"", "value=\"admin\"")
                .doesNotContain("new@example.com");

        services.have("PATCH", API, "{}");

        assertThat(enterPassword().location()).isEqualTo("/app/desk/customers/7");
    }

    @Test
    void isNotSentForAnotherUser() {
        sendForm("new@example.com");
        issue(TestTokens.staff(TestTokens.STAFF_ID + 1), 900, "refresh-2");

        assertThat(browser.get(enterPassword().location()).html())
                .contains("Your form was not sent.", "value=\"ann@example.com\"");

        NEIGHBOURS.server().verify(1, patchRequestedFor(urlPathEqualTo(API)));
    }

    @Test
    void cannotBeForged() {
        browser.get("/app/sign-in");
        var page = browser.submit(
                "/app/sign-in", "username", "admin", "password", "secret words", "kept", "a.b.c.d.e", "then", PAGE);

        assertThat(page.html()).contains("Your form was not sent.");
    }

    @Test
    void saysThatItIsTooLongToBeKept() {
        var prompt = sendForm("a".repeat(60_000));

        assertThat(prompt.html()).contains("Your form is too long to be kept").doesNotContain("name=\"kept\"");
        assertThat(enterPassword().location()).isEqualTo(PAGE);
    }

    private Page sendForm(String email) {
        return browser.post(PAGE, "etag", "\"3\"", "firstName", "Ann", "lastName", "Lee", "email", email, "phone", "");
    }

    private Page enterPassword() {
        return browser.fill("/app/sign-in", "username", "admin", "password", "secret words");
    }
}
