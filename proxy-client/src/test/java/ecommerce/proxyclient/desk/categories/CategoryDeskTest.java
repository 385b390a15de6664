package ecommerce.proxyclient.desk.categories;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;

/** Shows staff the categories Outdoor, Outdoor / Cooking, Outdoor / Cooking / Gas and Games. */
abstract class CategoryDeskTest extends ProxyClientTest {

    static final String TREE = "/app/desk/categories";
    static final String COOKING = """
            {"categoryId":3,"categoryTitle":"Cooking","parentCategory":{"categoryId":2,"categoryTitle":"Outdoor"}}""";

    void signInAsStaff() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/categories", ServiceStubs.list("""
                {"categoryId":2,"categoryTitle":"Outdoor"},{"categoryId":5,"categoryTitle":"Games"},%s,
                {"categoryId":4,"categoryTitle":"Gas","parentCategory":{"categoryId":3,"categoryTitle":"Cooking"}}""".formatted(COOKING)));
        store(COOKING, "1");
    }

    static String[] edit(String title, String parentId) {
        return new String[] {
            "categoryTitle",
            title,
            "imageUrl",
            "",
            "parentId",
            parentId,
            "etag",
            "\"1\"",
            "opened.categoryTitle",
            "Cooking",
            "opened.imageUrl",
            "",
            "opened.parentId",
            "2"
        };
    }

    static void store(String category, String tag) {
        NEIGHBOURS.override(get(urlPathEqualTo("/api/categories/3"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("ETag", "\"%s\"".formatted(tag))
                        .withBody(category)));
    }
}
