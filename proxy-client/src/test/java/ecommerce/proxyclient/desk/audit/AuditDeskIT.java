package ecommerce.proxyclient.desk.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/audit";
    private static final String ENTRY = """
            {"auditId":1,"occurredAt":"2026-01-02T03:04:05Z","actorKind":"STAFF","actorId":"12","actorName":"root",
             "action":"%s","subjectType":"%s","subjectId":"%s","remoteAddress":"192.0.2.7","details":%s}""";

    private final String staff = TestTokens.admin();

    @Test
    void isClosedToCustomers() {
        signIn();

        assertThat(browser.get(PAGE).status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo("/api/orders/audit")));
    }

    @Test
    void linksEntriesToTheirRecords() {
        signIn(staff, 900);
        services.have(
                "GET", "/api/users/audit", ServiceStubs.list(ENTRY.formatted("user.role-change", "user", "7", """
                        {"username":"ann","role":{"from":"USER","to":"ADMIN"}}""")));

        assertThat(browser.get(PAGE + "?area=users").html())
                .contains("href=\"/app/desk/customers/7\">user 7", "href=\"/app/desk/customers/12\">root")
                .contains("role: USER → ADMIN", "username: ann", "192.0.2.7");
    }

    @Test
    void linksARecordWithoutAPageToItsOrder() {
        signIn(staff, 900);
        services.have(
                "GET",
                "/api/shippings/audit",
                ServiceStubs.list(ENTRY.formatted("shipment.change", "shipment", "5", """
                        {"orderId":1234}""")));

        assertThat(browser.get(PAGE + "?area=shippings").html()).contains("href=\"/app/desk/orders/1234\">shipment 5");
    }

    @Test
    void passesTheFilterOnWithTimesOfTheShopsZone() {
        signIn(staff, 900);
        services.have(
                "GET",
                "/api/products/audit",
                ServiceStubs.list(ENTRY.formatted("stock.move", "product", "17", "{}"))
                        .replace("\"totalPages\":1", "\"totalPages\":2"));

        assertThat(browser.get(PAGE + "?area=products&actorName=root&action=&from=2026-01-02T03%3A00&to=later")
                        .html())
                .contains("value=\"2026-01-02T03:00\"", "value=\"root\"")
                .contains("area=products&amp;actorName=root&amp;from=2026-01-02T03%3A00&amp;to=later&amp;page=1");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products/audit"))
                        .withHeader("Authorization", equalTo(staff))
                        .withQueryParam("actorName", equalTo("root"))
                        .withQueryParam("from", equalTo("2026-01-02T02:00:00Z"))
                        .withQueryParam("to", equalTo("later"))
                        .withoutQueryParam("action")
                        .withoutQueryParam("area"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "users", "products", "payments", "shippings", "favourites"})
    void readsTheLogOfEachArea(String area) {
        signIn(staff, 900);
        services.have("GET", "/api/" + area + "/audit", ServiceStubs.list(ENTRY.formatted("a.b", "thing", "x", "{}")));

        assertThat(browser.get(PAGE + "?area=" + area).html()).contains("thing x", "value=\"" + area + "\" selected");
    }

    @Test
    void asksForTheTypeOfARecord() {
        signIn(staff, 900);

        var page = browser.get(PAGE + "?area=users&subjectId=7&actorName=root");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html())
                .contains("Name the type of the record, too", "aria-invalid=\"true\"")
                .contains("value=\"7\"", "value=\"root\"", "value=\"users\" selected")
                .doesNotContain("There are no such entries.");
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo("/api/users/audit")));
    }

    @Test
    void showsAFilterThatTheServiceRefuses() {
        signIn(staff, 900);
        services.refuse("GET", "/api/users/audit", 400, """
                {"status":400,"detail":"The request is invalid","errors":[{"field":"to","message":"must be a time"}]}""");

        var page = browser.get(PAGE + "?area=users&to=later");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains(">must be a time<", "value=\"later\"");
    }

    @Test
    void hasNoPageForAnUnknownArea() {
        signIn(staff, 900);

        assertThat(browser.get(PAGE + "?area=nothing").status()).isEqualTo(404);
    }
}
