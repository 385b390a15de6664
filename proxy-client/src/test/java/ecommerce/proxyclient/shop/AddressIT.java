package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class AddressIT extends ProxyClientTest {

    @Test
    void keepsTheAddressThatIsOneTooMany() {
        signIn();
        services.have("GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS));
        services.refuse("POST", "/api/addresses", 409, "{\"detail\":\"A user has at most 100 addresses.\"}");
        browser.get("/app/account/addresses");

        var page = browser.post(
                "/app/account/addresses", "fullAddress", "2 Side Street", "postalCode", "12345", "city", "Leith");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("A user has at most 100 addresses.", "value=\"2 Side Street\"");
    }

    @Test
    void addsChangesAndDeletesAddresses() {
        signIn();
        services.have("GET", "/api/addresses", ServiceStubs.list(ServiceStubs.ADDRESS));
        services.have("GET", "/api/addresses/9", ServiceStubs.ADDRESS);
        services.refuse("POST", "/api/addresses", 201, ServiceStubs.ADDRESS);
        services.have("PATCH", "/api/addresses/9", ServiceStubs.ADDRESS);
        services.refuse("DELETE", "/api/addresses/9", 204, "");
        var fields = new String[] {"fullAddress", "2 Side Street", "postalCode", "12345", "city", "Springfield"};
        var content = "{\"fullAddress\":\"2 Side Street\",\"postalCode\":\"12345\",\"city\":\"Springfield\"}";

        assertThat(browser.get("/app/account/addresses").html()).contains("1 Main Street, 12345 Springfield");
        browser.submit("/app/account/addresses", fields);
        assertThat(browser.get("/app/account/addresses/9").html()).contains("value=\"1 Main Street\"");
        browser.submit("/app/account/addresses/9", fields);
        assertThat(browser.submit("/app/account/addresses/9/delete").html()).contains("The address is deleted.");

        var server = NEIGHBOURS.server();
        server.verify(getRequestedFor(urlPathEqualTo("/api/addresses")).withQueryParam("userId", equalTo("me")));
        server.verify(postRequestedFor(urlPathEqualTo("/api/addresses")).withRequestBody(equalToJson(content)));
        server.verify(patchRequestedFor(urlPathEqualTo("/api/addresses/9")).withRequestBody(equalToJson(content)));
        server.verify(deleteRequestedFor(urlPathEqualTo("/api/addresses/9")));
        assertThat(browser.post("/app/account/addresses", "fullAddress", " ").status())
                .isEqualTo(400);
    }
}
