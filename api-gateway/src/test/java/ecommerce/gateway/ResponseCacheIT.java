package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which responses the gateway keeps, and whom it answers with them. */
class ResponseCacheIT extends ResponseCacheTest {

    private static final String HSTS = "Strict-Transport-Security";

    @Test
    void answersVisitorsWithAKeptResponse() {
        answer(shared("{\"price\":1}").withHeader("Content-Type", "application/json"));

        for (var path : new String[] {product, product, "/app" + product, "/product-service" + product}) {
            visitor.get(path)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Content-Type", "application/json")
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectHeader()
                    .valueEquals("Cache-Control", SHARED)
                    .expectHeader()
                    .exists("Age")
                    .expectBody()
                    .json("{\"price\":1}");
        }
        expectRequests(1);
    }

    @Test
    void tellsVisitorsThatNothingHasChanged() {
        answer(shared("a"));
        visitor.get(product).expectStatus().isOk();

        visitor.with("If-None-Match", "\"1\"").get(product).expectStatus().isNotModified();
        visitor.with("If-None-Match", "\"0\"").get(product).expectStatus().isOk();
        expectRequests(1);
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Bearer x", "Cache-Control, no-cache", "Range, bytes=0-1"})
    void alwaysAsksTheServiceForThisRequest(String header, String value) {
        answer(shared("a"));
        visitor.get(product).expectStatus().isOk();

        visitor.with(header, value).get(product).expectStatus().isOk();

        expectRequests(2);
    }

    @Test
    void keepsResponsesToDifferentRequestsApart() {
        answer(shared("a"));
        NEIGHBOURS.server().stubFor(get(urlEqualTo(product + "?q=1")).willReturn(shared("b")));

        expectBody(product, "a");
        expectBody(product + "?q=1", "b");
        expectBody(product, "a");
        visitor.with("Accept", "text/csv").get(product).expectStatus().isOk();
        expectRequests(2);
        client.get()
                .uri(product)
                .header("Accept-Encoding", "identity")
                .header("Accept", "text/csv", "application/json")
                .exchange()
                .expectStatus()
                .isOk();
        expectRequests(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-store",
                "private, max-age=60",
                "public, max-age=60",
                "s-maxage=0",
                "private, s-maxage=60",
                "s-maxage=60, Private",
                "no-store, s-maxage=60",
                "no-cache, s-maxage=60"
            })
    void keepsOnlyWhatAServiceAllowsSharedCachesToKeep(String cacheControl) {
        answer(ok("a").withHeader("Cache-Control", cacheControl));

        expectBody(product, "a");
        expectBody(product, "a");

        expectRequests(2);
    }

    @Test
    void keepsNeitherErrorsNorCookies() {
        answer(status(404).withHeader("Cache-Control", SHARED));
        visitor.get(product).expectStatus().isNotFound();
        visitor.get(product).expectStatus().isNotFound();
        expectRequests(2);

        answer(shared("a").withHeader("Set-Cookie", "a=b"));
        expectBody(product, "a");
        expectBody(product, "a");
        expectRequests(4);
    }

    /** Services add some of the headers too. */
    @Test
    void addsTheGatewaysHeadersToAKeptResponseOnce() {
        answer(shared("a").withHeader("X-Content-Type-Options", "nosniff"));
        NEIGHBOURS
                .server()
                .stubFor(get(urlEqualTo(product))
                        .withHeader("X-Forwarded-Proto", equalTo("https"))
                        .willReturn(shared("a").withHeader(HSTS, "max-age=1")));

        for (var scheme : List.of("https", "http", "https", "http")) {
            for (var origin : List.of("https://partner.example", "http://localhost:3000")) {
                var headers = visitor.with("X-Forwarded-For", "203.0.113.9")
                        .with("X-Forwarded-Proto", scheme)
                        .with("Origin", origin)
                        .get(product)
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseHeaders();
                assertThat(headers.getOrEmpty("Access-Control-Allow-Origin")).containsExactly(origin);
                assertThat(headers.getOrEmpty("Access-Control-Expose-Headers")).hasSize(1);
                assertThat(headers.getOrEmpty("X-Content-Type-Options")).containsExactly("nosniff");
                assertThat(headers.getOrEmpty("Content-Security-Policy")).hasSize(1);
                assertThat(headers.getOrEmpty(HSTS)).hasSize(scheme.equals("https") ? 1 : 0);
            }
        }
        expectRequests(2);
    }

    @Test
    void asksAgainWhenAResponseHasBecomeTooOld() {
        answer(ok("a").withHeader("Cache-Control", "s-maxage=1"));

        await().untilAsserted(() -> {
            expectBody(product, "a");
            expectRequests(2);
        });
    }

    @Test
    void passesOnALongResponseWithoutKeepingIt() {
        var body = "x".repeat(100_000);
        answer(shared(body));

        expectBody(product, body);
        expectBody(product, body);

        expectRequests(2);
    }
}
