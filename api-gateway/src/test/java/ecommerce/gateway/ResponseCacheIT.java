package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import ecommerce.defaults.test.TestRequests;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which responses the gateway keeps, and whom it answers with them. */
class ResponseCacheIT extends GatewayTest {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final String SHARED = "public, max-age=0, s-maxage=60";

    String product;
    TestRequests visitor;

    @BeforeEach
    void chooseAProductThatNobodyHasReadYet() {
        product = "/api/products/" + SEQUENCE.incrementAndGet();
        // The stub server would mark the entity tags of compressed responses.
        visitor = TestRequests.anonymous(client).with("Accept-Encoding", "identity");
    }

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
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-store", "private, max-age=60", "public, max-age=60", "s-maxage=0"})
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

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void forgetsTheResponsesOfAServiceThatMayHaveChangedSomething(int status) {
        answer(shared("old"));
        expectBody(product, "old");
        NEIGHBOURS.server().stubFor(any(urlEqualTo("/api/categories")).willReturn(status(status)));
        visitor.with("Idempotency-Key", product)
                .post("/app/api/categories", "{}")
                .expectStatus()
                .isEqualTo(status);
        answer(shared("new"));

        expectBody(product, "new");
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

    private void answer(ResponseDefinitionBuilder response) {
        NEIGHBOURS.server().stubFor(any(urlEqualTo(product)).willReturn(response));
    }

    private static ResponseDefinitionBuilder shared(String body) {
        return ok(body).withHeader("Cache-Control", SHARED).withHeader("ETag", "\"1\"");
    }

    private void expectBody(String path, String body) {
        visitor.get(path).expectStatus().isOk().expectBody(String.class).isEqualTo(body);
    }

    private void expectRequests(int count) {
        assertThat(NEIGHBOURS.server().findAll(anyRequestedFor(urlEqualTo(product))))
                .hasSize(count);
    }
}
