package ecommerce.proxyclient.page;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.proxyclient.ProxyClientTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class PageIT extends ProxyClientTest {

    private static final Pattern STYLES = Pattern.compile("href=\"(/app/assets/shop-[0-9a-f]+\\.css)\"");

    @Test
    void servesPagesWithoutExternalResourcesButImages() {
        var home = browser.get("/app/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.headers().getFirst("Content-Security-Policy"))
                .startsWith(
                        "default-src 'self'; img-src 'self' https://images.example.com https://*.example.org:8443;");
        assertThat(home.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(home.headers().getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(home.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(home.html())
                .contains("<link rel=\"canonical\" href=\"http://localhost:8080/app/\">")
                .doesNotContain("<style", "style=", "onclick")
                .doesNotContainPattern("(src|action)=\"https?:");
    }

    @Test
    void refusesAnImageHostOrATimeZoneThatIsNone() {
        for (var host : List.of("https://a.example; script-src *", "*", "data:", "https://a.example/path")) {
            assertThatThrownBy(() -> new PageProperties(List.of(host), "http://localhost", "UTC"))
                    .as(host)
                    .hasMessageContaining("IMAGE_HOSTS");
        }
        assertThatThrownBy(() -> new PageProperties(List.of(), "http://localhost", "Atlantis"))
                .hasMessageContaining("TIME_ZONE");
    }

    @Test
    void answersOtherRequestsWithAPolicyThatLoadsNothing() {
        anybody.get("/app/api/authenticate/jwt/x")
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).startsWith("default-src 'none'"))
                .expectHeader()
                .exists("Permissions-Policy");
    }

    @Test
    void redirectsToThePathWithTheTrailingSlash() {
        anybody.get("/app").expectStatus().is3xxRedirection().expectHeader().valueEquals("Location", "/app/");
    }

    @Test
    void letsBrowsersKeepFilesWhoseAddressChangesWithTheirContent() {
        var styles = STYLES.matcher(browser.get("/app/").html());
        assertThat(styles.find()).isTrue();

        var file = browser.get(styles.group(1));
        assertThat(file.html()).contains("--accent");
        assertThat(file.headers().getFirst(HttpHeaders.CACHE_CONTROL)).contains("max-age=31536000", "immutable");
        assertThat(file.headers().getFirst("ETag")).isNotNull();
        assertThat(browser.get("/app/images/categories/headphones.svg")
                        .headers()
                        .getFirst(HttpHeaders.CACHE_CONTROL))
                .isEqualTo("no-cache");
    }

    /** During a deployment, a page of one version may ask an instance of another one. */
    @ParameterizedTest
    @ValueSource(strings = {"shop-0123456789abcdef0123456789abcdef.css", "shop.css"})
    void servesFilesByOtherNamesButLetsNobodyKeepThem(String name) {
        var file = browser.get("/app/assets/" + name);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.html()).contains("--accent");
        assertThat(file.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(browser.get("/app/assets/none-0123456789abcdef0123456789abcdef.css")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void leadsFromTheRootToTheShop() {
        anybody.get("/").expectStatus().is3xxRedirection().expectHeader().valueEquals("Location", "/app/");
    }

    @Test
    void answersBrowsersWithPagesAndOthersWithProblems() {
        var page = browser.get("/app/nothing/here");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("<h1>Nothing here</h1>");

        anybody.get("/app/nothing/here")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        anybody.get("/app/orders").expectStatus().isUnauthorized();
        assertThat(browser.get("/app/orders?page=x").location())
                .isEqualTo("/app/sign-in?then=%2Fapp%2Forders%3Fpage%3Dx");
    }

    @Test
    void refusesAnAddressThatNoPageHasBeforeTheSessionIsRead() {
        assertThat(browser.get("/app/p/camping-stove-17;a=b").status()).isEqualTo(400);
        assertThat(browser.get("/app//cart").status()).isEqualTo(400);
    }

    @Test
    void refusesAFormWithoutTheTokenOfItsPage() {
        var refused = browser.post("/app/cart/items", "productId", "17");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html()).contains("<h1>Not allowed</h1>");
        browser.get("/app/p/camping-stove-17");
        assertThat(browser.post("/app/cart/items", "productId", "17", "_csrf", "")
                        .status())
                .isEqualTo(403);
        var own = browser.cookies().put("shop_csrf", "00000000-0000-0000-0000-000000000000");
        assertThat(own).isNotNull();
        assertThat(browser.post("/app/cart/items", "productId", "17").status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void speaksTheLanguageOfTheBrowserUntilAnotherIsChosen() {
        browser.speak("es-AR,es;q=0.9,en;q=0.5");
        var spanish = browser.get("/app/p/camping-stove-17");
        assertThat(spanish.html()).contains("<html lang=\"es\">", "Solo quedan 4", "Añadir al carrito");

        var english = browser.submit("/app/language", "language", "en", "then", "/app/p/camping-stove-17");
        assertThat(english.html()).contains("<html lang=\"en\">", "Only 4 left", "$49.90");
        browser.speak("fr");
        browser.cookies().clear();
        assertThat(browser.get("/app/").html()).contains("<html lang=\"en\">");
    }

    /** The address of the form is no page. */
    @Test
    void switchesTheLanguageOfARefusedFormsPage() {
        var refused = browser.post("/app/cart/items", "productId", "17", "then", "/app/p/camping-stove-17");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html()).contains("name=\"then\" value=\"/app/p/camping-stove-17\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/cart/items/17, /app/cart",
        "/app/account/sign-ins/7/end, /app/account/sign-ins",
        "/app/sign-out, /app/"
    })
    void leadsFromAnAddressThatOnlyTakesFormsToThePageAboveIt(String address, String page) {
        var answer = browser.get(address);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().getFirst("Location")).isEqualTo(page);
    }

    @Test
    void answers503WhileAServiceIsUnavailable() {
        services.refuse("GET", "/api/products", 503, "{}");

        var page = browser.get("/app/search?q=stove");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        assertThat(page.html()).contains("Temporarily unavailable").doesNotContain("status 503");
    }

    @ParameterizedTest
    @CsvSource({"/%61pp/, 200", "/%61pp/search, 200", "/app/search?q=%00, 400"})
    void answersUnusualAddressesWithoutAFailure(String address, int status) {
        assertThat(browser.get(address).status()).isEqualTo(status);
    }
}
