package ecommerce.proxyclient.desk.customers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the addresses, favourites and sign-ins of a customer. */
class CustomerPossessionsDeskIT extends CustomerDeskTest {

    private static final String ADDRESS_PAGE = PAGE + "/addresses/9";

    @BeforeEach
    void signInFirst() {
        signInAsStaff();
        haveAddress(ServiceStubs.ADDRESS, "\"1\"");
    }

    @Test
    void changesAnAddress() {
        services.have("PATCH", "/api/addresses/9", "{}");
        assertThat(browser.get(PAGE).html()).contains("href=\"" + ADDRESS_PAGE + "\"");
        browser.get(ADDRESS_PAGE);

        assertThat(browser.get(browser.fill(ADDRESS_PAGE, "city", "Shelbyville").location())
                        .html())
                .contains("The address is saved.");

        NEIGHBOURS
                .server()
                .verify(
                        patchRequestedFor(urlPathEqualTo("/api/addresses/9"))
                                .withHeader("If-Match", equalTo("\"1\""))
                                .withRequestBody(
                                        equalToJson(
                                                "{\"fullAddress\":\"1 Main Street\",\"postalCode\":\"12345\",\"city\":\"Shelbyville\"}")));
    }

    @Test
    void showsBothVersionsOfAnAddressThatSomebodyElseHasChanged() {
        services.refuse("PATCH", "/api/addresses/9", 412, "{\"status\":412,\"detail\":\"stale\"}");
        browser.get(ADDRESS_PAGE);
        haveAddress(ServiceStubs.ADDRESS.replace("1 Main", "2 Main"), "\"2\"");

        var page = browser.fill(ADDRESS_PAGE, "city", "Shelbyville");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("value=\"Shelbyville\"", "value=\"2 Main Street\"", "class=\"source\">");
    }

    @Test
    void deletesAnAddress() {
        services.refuse("DELETE", "/api/addresses/9", 204, "");
        browser.get(ADDRESS_PAGE);

        assertThat(browser.get(browser.fill(ADDRESS_PAGE + "/delete").location())
                        .html())
                .contains("The address is deleted.");

        NEIGHBOURS
                .server()
                .verify(deleteRequestedFor(urlPathEqualTo("/api/addresses/9"))
                        .withHeader("If-Match", equalTo("\"1\"")));
    }

    @Test
    void findsNoAddressOfAnotherCustomer() {
        assertThat(browser.get("/app/desk/customers/8/addresses/9").status()).isEqualTo(404);
    }

    @Test
    void listsAndRemovesFavourites() {
        services.have("GET", "/api/favourites", ServiceStubs.list("""
                {"userId":7,"productId":17,"likeDate":"2026-01-02T03:04:05Z",
                 "product":{"productTitle":"Camping Stove","priceUnit":49.90,"quantity":4}},
                {"userId":7,"productId":18,"likeDate":"2026-01-01T03:04:05Z"}"""));
        services.refuse("DELETE", "/api/favourites/7/17", 204, "");
        services.refuse("DELETE", "/api/favourites/7/18", 404, "{\"status\":404,\"detail\":\"gone\"}");
        assertThat(browser.get(PAGE + "/favourites").html())
                .contains("Favourites of Ann Lee", "Camping Stove", "$49.90", "Product 18");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/favourites")).withQueryParam("userId", equalTo("7")));

        assertThat(browser.submit(PAGE + "/favourites/17/remove").html()).contains("The favourite is removed.");
        assertThat(browser.submit(PAGE + "/favourites/18/remove").html()).contains("The favourite is removed.");

        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo("/api/favourites/7/17")));
    }

    @Test
    void endsOneSignIn() {
        var signIn = "0f8fad5b-d9cb-469f-a165-70867728950e";
        services.refuse("DELETE", "/api/auth/sign-ins/" + signIn, 204, "");
        browser.get(PAGE);

        assertThat(browser.get(browser.fill(PAGE + "/sign-ins/" + signIn + "/end")
                                .location())
                        .html())
                .contains("The sign-in has ended.");

        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo("/api/auth/sign-ins/" + signIn)));
    }

    private static void haveAddress(String address, String etag) {
        NEIGHBOURS.override(get(urlPathEqualTo("/api/addresses/9"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("ETag", etag)
                        .withBody(address)));
    }
}
