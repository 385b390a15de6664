package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT extends ProxyClientTest {

    @Test
    void servesThePageWithoutExternalResources() {
        anybody.get("/app/")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).startsWith("default-src 'self'"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("js/main.js").doesNotContain("http://", "https://", "<style"));
    }

    @Test
    void redirectsToThePathWithTheTrailingSlash() {
        anybody.get("/app").expectStatus().is3xxRedirection().expectHeader().valueEquals("Location", "/app/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/shop.css", "/app/js/main.js", "/app/images/categories/headphones.svg"})
    void servesTheFilesOfThePage(String path) {
        anybody.get(path).expectStatus().isOk();
    }
}
