package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class CrawlerIT extends ProxyClientTest {

    @Test
    void tellsSearchEnginesWhichPagesToVisit() {
        var robots = browser.get("/robots.txt");

        assertThat(robots.status()).isEqualTo(200);
        assertThat(robots.html())
                .contains("User-agent: *\n", "Disallow: /app/cart\n", "Sitemap: http://localhost:8080/sitemap.xml\n")
                .doesNotContain("Disallow: /app/p", "Disallow: /\n");
    }

    @ParameterizedTest
    @CsvSource({"/robots.txt, text/plain", "/sitemap.xml, application/xml", "/sitemap.xml?part=0, application/xml"})
    void answersClientsThatAcceptOnlyPages(String path, String type) {
        client.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type);
    }

    @Test
    void listsTheProductsInParts() {
        services.have(
                "GET",
                "/api/products",
                ServiceStubs.list(ServiceStubs.STOVE.formatted(4)).replace("\"totalPages\":1", "\"totalPages\":3"));

        var index = browser.get("/sitemap.xml");
        assertThat(index.headers().getFirst("Content-Type")).startsWith("application/xml");
        assertThat(index.html())
                .contains("<sitemap><loc>http://localhost:8080/sitemap.xml?part=2</loc></sitemap>")
                .doesNotContain("part=3");
        assertThat(browser.get("/sitemap.xml?part=0").html())
                .contains(
                        "<loc>http://localhost:8080/app/</loc>",
                        "<loc>http://localhost:8080/app/c/cooking-3</loc>",
                        "<loc>http://localhost:8080/app/p/camping-stove-17</loc>");
        assertThat(browser.get("/sitemap.xml?part=2").html()).doesNotContain("/app/c/");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products"))
                        .withQueryParam("page", equalTo("2"))
                        .withQueryParam("sort", equalTo("createdAt,desc")));
    }

    @Test
    void answers404ForAPartThatDoesNotExist() {
        services.have("GET", "/api/products", ServiceStubs.list(""));

        for (var part : new String[] {"1", "-1", "1000"}) {
            assertThat(browser.get("/sitemap.xml?part=" + part).status())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(browser.get("/sitemap.xml?part=x").status()).isEqualTo(400);
    }
}
