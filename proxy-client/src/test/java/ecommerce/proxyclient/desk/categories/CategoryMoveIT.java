package ecommerce.proxyclient.desk.categories;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CategoryMoveIT extends CategoryDeskTest {

    @Test
    void movesACategoryOnlyToWhereItCanBe() {
        signInAsStaff();
        services.have("PATCH", "/api/categories/3", COOKING);
        assertThat(browser.get(TREE + "/3").html())
                .contains("value=\"2\" selected>Outdoor<", "value=\"5\"", "name=\"etag\" value=\"&#34;1")
                .doesNotContain("<option value=\"3\"", "<option value=\"4\"");

        assertThat(browser.submit(TREE + "/3", edit("Cooking", "")).html()).contains("The category Cooking is saved.");

        NEIGHBOURS
                .server()
                .verify(patchRequestedFor(urlPathEqualTo("/api/categories/3"))
                        .withHeader("If-Match", equalTo("\"1\""))
                        .withRequestBody(equalToJson(
                                "{\"categoryTitle\":\"Cooking\",\"imageUrl\":null,\"parentCategory\":null}")));
    }

    @Test
    void saysWhyACategoryCannotBeMoved() {
        signInAsStaff();
        browser.get(TREE + "/3");
        var detail = "Category 3 can't be below itself or its subcategories";
        services.refuse("PATCH", "/api/categories/3", 409, "{\"status\":409,\"detail\":\"%s\"}".formatted(detail));

        var page = browser.post(TREE + "/3", edit("Kitchen", "4"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains(detail, "value=\"Kitchen\"", "value=\"4\" selected");
    }

    @Test
    void showsBothVersionsIfSomebodyElseHasChangedTheCategory() {
        signInAsStaff();
        browser.get(TREE + "/3");
        services.refuse("PATCH", "/api/categories/3", 412, "{\"status\":412}");
        store(COOKING.replace("\"Cooking\"", "\"Stoves\""), "2");

        var page = browser.post(TREE + "/3", edit("Kitchen", "5"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains(
                        "class=\"source\">Kitchen<",
                        "class=\"source\">Stoves<",
                        "class=\"source\">Games<",
                        "class=\"source\">Outdoor<",
                        "value=\"5\" selected",
                        "name=\"etag\" value=\"&#34;2");
    }

    /** A script drags a category in the tree, and sends the values that the tree shows. The tree has no versions. */
    @Test
    void movesACategoryFromTheTreeUnlessItHasChangedSince() {
        signInAsStaff();
        assertThat(browser.get(TREE).html())
                .contains("<tr data-category=\"3\" data-parent=\"2\" data-title=\"Cooking\" data-image=\"\">")
                .contains("<tr data-category=\"2\" data-parent=\"\"", "data-below=\"Move {category} below {parent}\"");
        services.refuse("PATCH", "/api/categories/3", 412, "{\"status\":412}");
        NEIGHBOURS.override(patch(urlPathEqualTo("/api/categories/3"))
                .withHeader("If-Match", equalTo("\"1\""))
                .willReturn(okJson(COOKING)));

        var moved = browser.post(TREE + "/3", withoutVersion(edit("Cooking", "5")));
        assertThat(browser.get(moved.location()).html()).contains("The category Cooking is saved.");

        store("{\"categoryId\":3,\"categoryTitle\":\"Cooking\"}", "2");
        var conflict = browser.post(TREE + "/3", withoutVersion(edit("Cooking", "5")));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html()).contains("Somebody else has changed this meanwhile", "value=\"5\" selected");
    }

    private static String[] withoutVersion(String[] edit) {
        edit[Arrays.asList(edit).indexOf("etag") + 1] = "";
        return edit;
    }
}
