package ecommerce.proxyclient.session;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class PreviousPageIT extends ProxyClientTest {

    @Test
    void tellsThePageToReloadAndSignsItOut() {
        var page = anybody.with("X-Requested-With", "shop");
        page.post("/app/session/refresh", null)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The shop has a new version. Reload the page.");

        page.with(HttpHeaders.COOKIE, "shop_refresh=old-token")
                .delete("/app/session")
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .value(HttpHeaders.SET_COOKIE, cookie -> assertThat(cookie).startsWith("shop_refresh=;"));
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/revoke"))
                        .withRequestBody(equalToJson("{\"refreshToken\":\"old-token\"}")));
        anybody.with(HttpHeaders.COOKIE, "shop_refresh=old-token")
                .delete("/app/session")
                .expectStatus()
                .is4xxClientError();
        NEIGHBOURS.server().verify(1, postRequestedFor(urlPathEqualTo("/api/auth/revoke")));
    }
}
