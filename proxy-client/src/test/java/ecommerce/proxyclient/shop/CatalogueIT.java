package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CatalogueIT extends ProxyClientTest {

    @Test
    void showsCategoriesAndNewProductsAtHome() {
        var home = browser.get("/app/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.html())
                .contains("href=\"/app/c/outdoor-2\"", "href=\"/app/p/camping-stove-17\"")
                .doesNotContain("/app/c/cooking-3");
    }

    @Test
    void keepsFiltersAndSortInTheAddressOfEachPage() {
        services.have(
                "GET",
                "/api/products",
                ServiceStubs.list(ServiceStubs.STOVE.formatted(4)).replace("\"totalPages\":1", "\"totalPages\":3"));

        var page = browser.get("/app/c/cooking-3?minPrice=10&inStock=true&sort=priceUnit,desc&page=0");

        assertThat(page.html())
                .contains(
                        "href=\"/app/c/cooking-3?minPrice=10&amp;inStock=true&amp;sort=priceUnit%2Cdesc&amp;page=1\"",
                        "value=\"10\"",
                        "value=\"priceUnit,desc\" selected",
                        "Page 1 of 3",
                        "href=\"/app/c/outdoor-2\"");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products"))
                        .withQueryParam("categoryId", equalTo("3"))
                        .withQueryParam("minPrice", equalTo("10"))
                        .withQueryParam("inStock", equalTo("true"))
                        .withQueryParam("sort", equalTo("priceUnit,desc")));
    }

    @Test
    void keepsFiltersOnTheWayToAnotherCategory() {
        assertThat(browser.get("/app/c/outdoor-2?maxPrice=90&inStock=true&page=1")
                        .html())
                .contains("href=\"/app/c/cooking-3?maxPrice=90&amp;inStock=true\"");
        assertThat(browser.get("/app/c/old-title-3?maxPrice=90&page=1").location())
                .isEqualTo("/app/c/cooking-3?maxPrice=90&page=1");
    }

    @Test
    void givesEachPageOfACategoryACanonicalAddress() {
        var category = "<link rel=\"canonical\" href=\"http://localhost:8080/app/c/cooking-3%s\">";

        assertThat(browser.get("/app/c/cooking-3?page=2").html()).contains(category.formatted("?page=2"));
        assertThat(browser.get("/app/c/cooking-3?page=0").html()).contains(category.formatted(""));
        assertThat(browser.get("/app/c/cooking-3?page=2&inStock=true").html()).contains(category.formatted(""));
    }

    @Test
    void searchesForWhatWasTyped() {
        var page = browser.get("/app/search?q=%3Cb%3E+%26+%C3%A9&categoryId=2");

        assertThat(page.html()).contains("“&lt;b&gt; &amp; é” in Outdoor").doesNotContain("<b>");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products"))
                        .withQueryParam("q", equalTo("<b> & é"))
                        .withQueryParam("categoryId", equalTo("2")));
    }

    @Test
    void leadsToTheOneAddressOfAProductAndACategory() {
        assertThat(browser.get("/app/p/17").location()).isEqualTo("/app/p/camping-stove-17");
        assertThat(browser.get("/app/c/old-title-3").location()).isEqualTo("/app/c/cooking-3");

        var product = browser.get("/app/p/camping-stove-17");
        assertThat(product.html())
                .contains(
                        "<title>Camping Stove – The shop</title>",
                        "<link rel=\"canonical\" href=\"http://localhost:8080/app/p/camping-stove-17\">",
                        "$49.90",
                        "Only 4 left",
                        "href=\"/app/c/cooking-3\"");
    }

    @Test
    void describesAProductToSearchEnginesAndOtherSites() {
        var html = browser.get("/app/p/camping-stove-17").html();

        assertThat(html)
                .contains(
                        "<meta property=\"og:type\" content=\"product\">",
                        "<meta property=\"og:title\" content=\"Camping Stove\">",
                        "og:image\" content=\"http://localhost:8080/app/images/categories/pots-pans.svg\">");
        var script = "<script type=\"application/ld+json\">";
        var start = html.indexOf(script) + script.length();
        var data = JsonMapper.builder().build().readTree(html.substring(start, html.indexOf("</script>", start)));
        assertThat(data.path("name").asString()).isEqualTo("Camping Stove");
        assertThat(data.path("url").asString()).isEqualTo("http://localhost:8080/app/p/camping-stove-17");
        assertThat(data.path("offers").path("price").asString()).isEqualTo("49.90");
        assertThat(data.path("offers").path("availability").asString()).isEqualTo("https://schema.org/InStock");
        assertThat(data.has("description")).isFalse();
    }

    @Test
    void showsTheDescriptionAndTellsItToSearchEngines() {
        services.have("GET", "/api/products/17", ServiceStubs.describedStove("# Hot\\n\\nBoils *any* <b>pot</b>."));

        var html = browser.get("/app/p/camping-stove-17").html();

        assertThat(html)
                .contains(
                        "<h3>Hot</h3>",
                        "Boils <em>any</em> &lt;b&gt;pot&lt;/b&gt;.",
                        "<meta name=\"description\" content=\"Hot",
                        "\"description\":\"Hot")
                .containsOnlyOnce("<h1>");
    }

    @Test
    void showsRelatedProductsUnlessTheyAreUnavailable() {
        services.have(
                "GET",
                "/api/products/17/related-products",
                "{\"collection\":[%s]}"
                        .formatted(ServiceStubs.STOVE
                                .formatted(9)
                                .replace("Camping Stove", "Gas Stove")
                                .replace(":17", ":18")));
        assertThat(browser.get("/app/p/camping-stove-17").html())
                .contains("You may also like", "href=\"/app/p/gas-stove-18\"");

        services.refuse("GET", "/api/products/17/related-products", 503, "{}");
        var page = browser.get("/app/p/camping-stove-17");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).doesNotContain("You may also like");
    }

    @Test
    void answers404ForWhatIsNotForSale() {
        services.refuse("GET", "/api/products/18", 404, "{\"status\":404,\"detail\":\"No product 18\"}");

        for (var path :
                new String[] {"/app/p/gone-18", "/app/p/nonsense", "/app/c/nothing-99", "/app/search?categoryId=99"}) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void offersNothingToBuyThatIsOutOfStock() {
        services.have("GET", "/api/products/17", ServiceStubs.STOVE.formatted(0));

        assertThat(browser.get("/app/p/camping-stove-17").html())
                .contains("Out of stock")
                .doesNotContain("action=\"/app/cart/items\"");
    }

    @Test
    void showsAFilterThatTheServiceRefuses() {
        services.refuse("GET", "/api/products", 400, """
                {"status":400,"detail":"The request is invalid",
                 "errors":[{"field":"minPrice","message":"must be a number"}]}""");

        var page = browser.get("/app/search?q=stove&minPrice=x&inStock=true");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html())
                .contains(">must be a number<", "value=\"x\"", "name=\"q\" value=\"stove\"", "value=\"true\" checked")
                .doesNotContain("No product matches.");
    }

    @Test
    void marksWhatTheCustomerLikes() {
        signIn();
        services.refuse("GET", "/api/favourites/17", 404, "{\"status\":404}");
        assertThat(browser.get("/app/p/camping-stove-17").html()).contains("Add to favourites");

        services.have("GET", "/api/favourites/17", "{\"productId\":17,\"userId\":7}");
        assertThat(browser.get("/app/p/camping-stove-17").html()).contains("Remove from favourites");

        services.refuse("GET", "/api/favourites/17", 503, "{}");
        assertThat(browser.get("/app/p/camping-stove-17").html())
                .contains("Camping Stove")
                .doesNotContain("favourites/17");
    }
}
