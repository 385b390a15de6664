package ecommerce.proxyclient.desk.customers;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class CustomerDeskIT extends CustomerDeskTest {

    @Test
    void isClosedToCustomers() {
        assertThat(browser.get(PAGE).location()).isEqualTo("/app/sign-in?then=%2Fapp%2Fdesk%2Fcustomers%2F7");
        signIn();

        assertThat(browser.get("/app/desk/customers").status()).isEqualTo(403);
        assertThat(browser.get(PAGE).status()).isEqualTo(403);
        assertThat(browser.post(PAGE + "/block", "reason", "x").status()).isEqualTo(403);
        assertThat(browser.post(PAGE + "/delete", "etag", "\"3\"").status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, anyRequestedFor(urlPathMatching("/api/users/7.*")));
    }

    @Test
    void findsCustomers() {
        signInAsStaff();
        services.have(
                "GET",
                "/api/users",
                ServiceStubs.list(ANN.formatted(",\"blockedAt\":\"2026-01-03T03:04:05Z\""))
                        .replace("\"totalPages\":1", "\"totalPages\":2"));

        assertThat(browser.get("/app/desk/customers?q=a%26n&roleBasedAuthority=&blocked=true&sort=email")
                        .html())
                .contains("href=\"" + PAGE + "\"", "Ann Lee", "value=\"a&amp;n\"", "<strong class=\"bad\">Blocked")
                .contains("/app/desk/customers?q=a%26n&amp;blocked=true&amp;sort=email&amp;page=1");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/users"))
                        .withQueryParam("q", equalTo("a&n"))
                        .withQueryParam("blocked", equalTo("true"))
                        .withQueryParam("sort", equalTo("email"))
                        .withoutQueryParam("roleBasedAuthority"));
    }

    @Test
    void showsARefusedFilterAsABadRequest() {
        signInAsStaff();
        services.refuse("GET", "/api/users", 400, "{\"status\":400,\"detail\":\"blocked must be true or false\"}");

        var page = browser.get("/app/desk/customers?blocked=perhaps");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("blocked must be true or false");
    }

    @Test
    void showsACustomerWithAddressesSignInsAndBlock() {
        signInAsStaff();
        haveAnn(",\"blockedAt\":\"2026-01-03T03:04:05Z\"", "\"4\"");
        services.have(
                "GET",
                "/api/users/7/block",
                "{\"userId\":7,\"reason\":\"Doesn't pay\",\"blockedAt\":\"2026-01-03T03:04:05Z\",\"by\":\"root\"}");

        assertThat(browser.get(PAGE).html())
                .contains("Ann Lee", "ann@example.com", "1 Main Street", "192.0.2.7", "Blocked by root: Doesn't pay")
                .contains("/app/desk/orders?userId=7", "Unblock");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/auth/sign-ins"))
                        .withHeader("Authorization", equalTo(staff))
                        .withQueryParam("userId", equalTo("7")));
    }

    @Test
    void listsAccountsWithTheSameName() {
        signInAsStaff();
        services.have("GET", "/api/users/name-collisions", ServiceStubs.list("""
                {"field":"email","userId":8,"name":"ANN@example.com","otherUserId":7,"otherName":"ann@example.com"}"""));

        assertThat(browser.get("/app/desk/customers/name-collisions").html())
                .contains("href=\"/app/desk/customers/8\">ANN@example.com", "href=\"" + PAGE + "\">ann@example.com");
    }
}
