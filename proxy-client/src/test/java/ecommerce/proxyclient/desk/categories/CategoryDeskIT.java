package ecommerce.proxyclient.desk.categories;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoryDeskIT extends CategoryDeskTest {

    @Test
    void isClosedToCustomers() {
        signIn();

        for (var path : new String[] {"", "/new", "/3", "/3/delete"}) {
            assertThat(browser.get(TREE + path).status()).as(path).isEqualTo(403);
        }
        for (var path : new String[] {"", "/3", "/3/delete"}) {
            assertThat(browser.post(TREE + path, "categoryTitle", "Tents", "title", "Tents", "etag", "*")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/categories")));
    }

    @Test
    void showsTheTree() {
        signInAsStaff();

        assertThat(browser.get(TREE).html())
                .containsSubsequence(
                        "href=\"/app/desk/categories/2\">Outdoor<",
                        "href=\"/app/desk/categories/3\">Outdoor / Cooking<",
                        "href=\"/app/desk/categories/4\">Outdoor / Cooking / Gas<");
    }

    @Test
    void createsACategoryBelowAnother() {
        signInAsStaff();
        services.refuse("POST", "/api/categories", 201, COOKING);
        assertThat(browser.get(TREE + "/new?parentId=3").html()).contains("value=\"3\" selected>Outdoor / Cooking<");

        assertThat(browser.submit(TREE, "categoryTitle", " Tents ", "parentId", "3", "imageUrl", "")
                        .html())
                .contains("The category Tents is created.");

        NEIGHBOURS
                .server()
                .verify(
                        postRequestedFor(urlPathEqualTo("/api/categories"))
                                .withRequestBody(
                                        equalToJson(
                                                "{\"categoryTitle\":\"Tents\",\"imageUrl\":null,\"parentCategory\":{\"categoryId\":3}}")));
    }

    @Test
    void keepsWhatWasTypedIfTheServiceRefusesIt() {
        signInAsStaff();
        browser.get(TREE + "/new");
        services.refuse("POST", "/api/categories", 409, """
                {"status":409,"detail":"A category Gas already exists at this level",
                 "errors":[{"field":"categoryTitle","message":"is taken"}]}""");
        var taken = browser.post(TREE, "categoryTitle", "Gas", "parentId", "3");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.html()).contains("is taken", "value=\"Gas\"", "value=\"3\" selected");

        services.refuse("POST", "/api/categories", 400, """
                {"status":400,"errors":[{"field":"parentCategory.categoryId","message":"must be the id of an existing category"}]}""");
        assertThat(browser.post(TREE, "categoryTitle", "Gas", "parentId", "9").html())
                .contains("id=\"parentId-notes\" class=\"bad\">must be the id of an existing category");
        assertThat(browser.post(TREE, "categoryTitle", " ").status()).isEqualTo(400);
    }

    @Test
    void deletesAnEmptyCategory() {
        signInAsStaff();
        browser.get(TREE + "/3/delete");
        var detail = "The category Cooking isn't empty. Remove its subcategories and products first";
        services.refuse("DELETE", "/api/categories/3", 409, "{\"status\":409,\"detail\":\"%s\"}".formatted(detail));
        var refused = browser.post(TREE + "/3/delete", "title", "Cooking", "etag", "\"1\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains(detail);

        services.refuse("DELETE", "/api/categories/3", 204, "");
        assertThat(browser.submit(TREE + "/3/delete", "title", "Cooking", "etag", "\"1\"")
                        .html())
                .contains("The category Cooking is deleted.");
        NEIGHBOURS
                .server()
                .verify(
                        2,
                        deleteRequestedFor(urlPathEqualTo("/api/categories/3"))
                                .withHeader("If-Match", equalTo("\"1\"")));
    }
}
