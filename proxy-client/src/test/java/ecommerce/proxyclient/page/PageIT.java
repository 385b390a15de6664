package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.proxyclient.ProxyClientTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT extends ProxyClientTest {

    @Test
    void servesThePageWithoutExternalResourcesButImages() {
        anybody.get("/app/")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .startsWith(
                                        "default-src 'self'; img-src 'self' https://images.example.com https://*.example.org:8443;"))
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("js/main.js").doesNotContain("http://", "https://", "<style"));
    }

    @Test
    void refusesAnImageHostThatWouldExtendThePolicy() {
        for (var host : List.of("https://a.example; script-src *", "*", "data:", "https://a.example/path")) {
            assertThatThrownBy(() -> new PageProperties(List.of(host))).as(host).hasMessageContaining("IMAGE_HOSTS");
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"/app/shop.css", "/app/js/main.js", "/app/images/categories/headphones.svg"})
    void servesTheFilesOfThePage(String path) {
        anybody.get(path).expectStatus().isOk();
    }
}
