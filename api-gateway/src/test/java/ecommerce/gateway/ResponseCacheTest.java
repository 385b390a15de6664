package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import ecommerce.defaults.test.TestRequests;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Starts each test with a product that nobody has read yet. */
abstract class ResponseCacheTest extends GatewayTest {

    static final String SHARED = "public, max-age=0, s-maxage=60";

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    String product;
    TestRequests visitor;

    @BeforeEach
    void chooseAProductThatNobodyHasReadYet() {
        product = "/api/products/" + SEQUENCE.incrementAndGet();
        // The stub server would mark the entity tags of compressed responses.
        visitor = TestRequests.anonymous(client).with("Accept-Encoding", "identity");
    }

    final void answer(ResponseDefinitionBuilder response) {
        NEIGHBOURS.server().stubFor(any(urlEqualTo(product)).willReturn(response));
    }

    static ResponseDefinitionBuilder shared(String body) {
        return ok(body).withHeader("Cache-Control", SHARED).withHeader("ETag", "\"1\"");
    }

    final void expectBody(String path, String body) {
        visitor.get(path).expectStatus().isOk().expectBody(String.class).isEqualTo(body);
    }

    final void expectRequests(int count) {
        assertThat(NEIGHBOURS.server().findAll(anyRequestedFor(urlEqualTo(product))))
                .hasSize(count);
    }
}
