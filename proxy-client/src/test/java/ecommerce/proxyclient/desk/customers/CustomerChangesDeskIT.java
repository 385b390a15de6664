package ecommerce.proxyclient.desk.customers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class CustomerChangesDeskIT extends CustomerDeskTest {

    @Test
    void blocksAndUnblocksACustomer() {
        signInAsStaff();
        services.have("PUT", "/api/users/7/block", "{}");
        browser.get(PAGE + "/block");
        assertThat(browser.submit(PAGE + "/block", "reason", "Doesn't pay").html())
                .contains("The customer is blocked.");
        NEIGHBOURS
                .server()
                .verify(putRequestedFor(urlPathEqualTo("/api/users/7/block"))
                        .withRequestBody(equalToJson("{\"reason\":\"Doesn't pay\"}")));

        services.refuse("DELETE", "/api/users/7/block", 204, "");
        assertThat(browser.submit(PAGE + "/unblock").html()).contains("The customer is unblocked.");
        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo("/api/users/7/block")));
    }

    @Test
    void blocksACustomerAfterThePasswordIsAskedForAgain() {
        signInAsStaff();
        NEIGHBOURS.override(put("/api/users/7/block")
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"")));
        browser.get(PAGE + "/block");

        assertThat(browser.post(PAGE + "/block", "reason", "Doesn't pay").html())
                .contains("Enter your password again");
        services.have("PUT", "/api/users/7/block", "{}");
        var done = browser.fill("/app/sign-in", "username", "admin", "password", "secret words");

        assertThat(browser.get(done.location()).html()).contains("The customer is blocked.");
        NEIGHBOURS
                .server()
                .verify(
                        2,
                        putRequestedFor(urlPathEqualTo("/api/users/7/block"))
                                .withRequestBody(equalToJson("{\"reason\":\"Doesn't pay\"}")));
    }

    @Test
    void refusesToBlockTheLastMemberOfStaffInWords() {
        signInAsStaff();
        services.refuse("PUT", "/api/users/7/block", 409, "{\"status\":409,\"detail\":\"The last member of staff\"}");
        services.refuse("PATCH", "/api/users/7", 409, "{\"status\":409,\"detail\":\"The last member of staff\"}");
        browser.get(PAGE + "/block");

        var block = browser.post(PAGE + "/block", "reason", "Holidays");
        assertThat(block.status()).isEqualTo(409);
        assertThat(block.html()).contains("The last member of staff", "value=\"Holidays\"");
        var role = browser.post(PAGE + "/role", "role", "ROLE_USER");
        assertThat(role.status()).isEqualTo(409);
        assertThat(role.html()).contains("The last member of staff");
    }

    @Test
    void makesACustomerAMemberOfStaff() {
        signInAsStaff();
        services.have("PATCH", "/api/users/7", ANN.formatted(""));
        assertThat(browser.get(PAGE + "/role").html()).contains("Ann Lee (user name ann)", "value=\"ROLE_ADMIN\"");

        assertThat(browser.submit(PAGE + "/role", "role", "ROLE_ADMIN").html()).contains("The role is changed.");

        NEIGHBOURS
                .server()
                .verify(patchRequestedFor(urlPathEqualTo("/api/users/7"))
                        .withRequestBody(equalToJson("{\"credential\":{\"roleBasedAuthority\":\"ROLE_ADMIN\"}}")));
    }

    @Test
    void showsBothVersionsOfDataThatSomebodyElseHasChanged() {
        signInAsStaff();
        assertThat(browser.get(PAGE + "/data").html()).contains("value=\"Lee\"", "value=\"&#34;3");
        haveAnn(",\"phone\":\"+1 555 0100\"", "\"4\"");
        services.refuse("PATCH", "/api/users/7", 412, "{\"status\":412,\"detail\":\"stale\"}");

        var page = browser.post(
                PAGE + "/data",
                "etag",
                "\"3\"",
                "opened.firstName",
                "Ann",
                "opened.lastName",
                "Lee",
                "opened.email",
                "ann@example.com",
                "opened.phone",
                "",
                "firstName",
                "Anna",
                "lastName",
                "Lee",
                "email",
                "ann@example.com",
                "phone",
                "");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains("class=\"source\">Anna<", "class=\"source\">Ann<", "value=\"Anna\"", "value=\"&#34;4")
                .as("a colleague's change that this form didn't touch")
                .contains("name=\"phone\" type=\"tel\" value=\"+1 555 0100\"");
        NEIGHBOURS
                .server()
                .verify(patchRequestedFor(urlPathEqualTo("/api/users/7")).withHeader("If-Match", equalTo("\"3\"")));
    }

    @Test
    void keepsTypedDataThatIsRefusedOrNotAnswered() {
        signInAsStaff();
        browser.get(PAGE + "/data");
        services.refuse("PATCH", "/api/users/7", 409, """
                {"status":409,"detail":"taken","errors":[{"field":"email","message":"is taken"}]}""");
        assertThat(browser.post(PAGE + "/data", "etag", "\"3\"", "email", "bob@example.com")
                        .html())
                .contains("value=\"bob@example.com\"", "<span class=\"bad\">is taken</span>");

        services.refuse("PATCH", "/api/users/7", 503, "{\"status\":503}");
        var page = browser.post(PAGE + "/data", "etag", "\"3\"", "email", "bob@example.com");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).contains("value=\"bob@example.com\"", "it is unknown whether the change was made");
    }

    @Test
    void setsAPasswordEndsSignInsAndDeletesTheAccount() {
        signInAsStaff();
        services.refuse("PUT", "/api/users/7/password", 204, "");
        services.refuse("DELETE", "/api/auth/sign-ins", 204, "");
        services.refuse("DELETE", "/api/users/7", 204, "");
        services.have("GET", "/api/users", ServiceStubs.list(""));

        browser.get(PAGE + "/password");
        assertThat(browser.submit(PAGE + "/password", "newPassword", "four words are long")
                        .html())
                .contains("The password is set.");
        assertThat(browser.submit(PAGE + "/sign-ins/end").html()).contains("All sign-ins of the customer have ended.");
        assertThat(browser.get(PAGE + "/delete").html()).contains("ann@example.com", "can’t be undone");
        assertThat(browser.submit(PAGE + "/delete", "etag", "\"3\"").html()).contains("Account 7 is deleted.");

        NEIGHBOURS
                .server()
                .verify(putRequestedFor(urlPathEqualTo("/api/users/7/password"))
                        .withRequestBody(equalToJson("{\"newPassword\":\"four words are long\"}")));
        NEIGHBOURS
                .server()
                .verify(deleteRequestedFor(urlPathEqualTo("/api/auth/sign-ins"))
                        .withHeader("Authorization", equalTo(staff))
                        .withQueryParam("userId", equalTo("7")));
        NEIGHBOURS
                .server()
                .verify(deleteRequestedFor(urlPathEqualTo("/api/users/7")).withHeader("If-Match", equalTo("\"3\"")));
    }
}
