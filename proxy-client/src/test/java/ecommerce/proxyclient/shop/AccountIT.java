package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class AccountIT extends ProxyClientTest {

    static final String[] REGISTRATION = {
        "firstName",
        "Ann",
        "lastName",
        "Lee",
        "email",
        "ann@example.com",
        "username",
        "ann",
        "password",
        "four words are long"
    };

    @Test
    void registersAndSignsIn() {
        services.refuse("POST", "/api/users", 201, account());
        services.have("POST", "/api/carts", ServiceStubs.cart(""));
        issue(TestTokens.user(CUSTOMER), 900, "refresh-1");
        browser.get("/app/register");

        assertThat(browser.submit("/app/register", REGISTRATION).html()).contains("Welcome, Ann.", "Sign out user7");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/users"))
                        .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                        .withRequestBody(equalToJson("""
                        {"firstName":"Ann","lastName":"Lee","email":"ann@example.com",
                         "credential":{"username":"ann","password":"four words are long"}}""")));
    }

    @Test
    void saysWhatIsWrongWithARegistrationAndKeepsTheRest() {
        browser.get("/app/register");
        var invalid = browser.post(
                "/app/register",
                "firstName",
                "Ann",
                "lastName",
                " ",
                "email",
                "ann",
                "username",
                "a",
                "password",
                "short");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.html())
                .contains(
                        "value=\"Ann\"",
                        "must not be blank",
                        "must be a well-formed email address",
                        "between 12 and 128")
                .doesNotContain("value=\"short\"");

        services.refuse(
                "POST",
                "/api/users",
                409,
                "{\"status\":409,\"detail\":\"Taken\",\"errors\":[{\"field\":\"username\",\"message\":\"is taken\"}]}");
        browser.speak("es");
        var taken = browser.post("/app/register", REGISTRATION);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.html()).contains("ya está en uso", "value=\"ann@example.com\"");
    }

    @Test
    void changesNamesAndContactData() {
        signIn();
        services.have("GET", "/api/users/me", account());
        services.have("PATCH", "/api/users/7", account());
        assertThat(browser.get("/app/account").html()).contains("value=\"Ann\"", "value=\"ann@example.com\"");

        browser.submit("/app/account", "firstName", "Anna", "lastName", "Lee", "email", "ann@example.com", "phone", "");

        NEIGHBOURS
                .server()
                .verify(
                        patchRequestedFor(urlPathEqualTo("/api/users/7"))
                                .withRequestBody(
                                        equalToJson(
                                                "{\"firstName\":\"Anna\",\"lastName\":\"Lee\",\"email\":\"ann@example.com\",\"phone\":\"\"}")));
    }

    /** user-service ends all sign-ins, so this browser gets new tokens. */
    @Test
    void changesThePasswordAndStaysSignedIn() {
        signIn();
        services.refuse("PUT", "/api/users/7/password", 204, "");
        services.have("GET", "/api/users/me", account());
        browser.get("/app/account/password");

        var page = browser.submit(
                "/app/account/password", "currentPassword", "secret words", "newPassword", "other secret words");

        assertThat(page.html()).contains("Your password is changed.", "Sign out user7");
        NEIGHBOURS
                .server()
                .verify(putRequestedFor(urlPathEqualTo("/api/users/7/password"))
                        .withRequestBody(equalToJson(
                                "{\"currentPassword\":\"secret words\",\"newPassword\":\"other secret words\"}")));
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/token"))
                        .withRequestBody(equalToJson("{\"username\":\"user7\",\"password\":\"other secret words\"}")));
    }

    @Test
    void asksForThePasswordAgainIfTheServiceRequiresARecentSignIn() {
        signIn();
        NEIGHBOURS.override(put("/api/users/7/password")
                .willReturn(status(401)
                        .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"")));
        browser.get("/app/account/password");

        var answer = browser.post(
                "/app/account/password", "currentPassword", "secret words", "newPassword", "other secret words");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.html())
                .contains("Enter your password again", "Sign out user7", "value=\"user7\"")
                .doesNotContain("other secret words");
    }

    @Test
    void showsAndChangesFavourites() {
        signIn();
        services.have("GET", "/api/favourites", ServiceStubs.list("""
                {"productId":17,"product":{"productTitle":"Camping Stove","priceUnit":49.90,"quantity":4}},
                {"productId":18}"""));
        services.have("PUT", "/api/favourites/17", "{}");
        services.refuse("DELETE", "/api/favourites/18", 204, "");

        assertThat(browser.get("/app/favourites").html())
                .contains("href=\"/app/p/camping-stove-17\"", "A product that is no longer for sale");
        assertThat(browser.submit("/app/favourites/17", "liked", "true", "title", "Camping Stove")
                        .html())
                .contains("Camping Stove is one of your favourites.");
        browser.submit("/app/favourites/18", "liked", "false", "then", "/app/favourites");

        var server = NEIGHBOURS.server();
        server.verify(getRequestedFor(urlPathEqualTo("/api/favourites")).withQueryParam("userId", equalTo("me")));
        server.verify(putRequestedFor(urlPathEqualTo("/api/favourites/17")));
        server.verify(deleteRequestedFor(urlPathEqualTo("/api/favourites/18")));
    }

    private static String account() {
        return "{\"userId\":7,\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"email\":\"ann@example.com\"}";
    }
}
