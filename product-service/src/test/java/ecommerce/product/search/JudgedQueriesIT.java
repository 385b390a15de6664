package ecommerce.product.search;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests that 95 % of typical queries in the demo shop have the expected product among the first five results. */
@ProductServiceTest
class JudgedQueriesIT {

    private static final double SHARE = 0.95;

    @Autowired
    RestTestClient client;

    record Judged(String query, List<String> skus) {

        static Judged of(String line) {
            var parts = line.split(" = ");
            return new Judged(parts[0], Arrays.asList(parts[1].split(" ")));
        }
    }

    @Test
    void findsTheExpectedProducts() throws IOException {
        importDemoCatalogue();
        var judged = text("search/judged.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Judged::of)
                .toList();

        var missed = new ArrayList<>(judged);
        missed.removeIf(query -> firstFive(query.query()).stream().anyMatch(query.skus()::contains));

        assertThat(judged).hasSizeGreaterThanOrEqualTo(150);
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (judged.size() * (1 - SHARE)));
    }

    private void importDemoCatalogue() throws IOException {
        client.post()
                .uri("/api/products/import")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.admin())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(text("demo/catalogue.csv"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @SuppressWarnings("unchecked") // JSON
    private List<Object> firstFive(String query) {
        var found = client.get().uri("/api/products?q={query}&size=5", query).exchange();
        return ((List<Map<String, Object>>) body(found).get("collection"))
                .stream().<Object>map(product -> product.get("sku")).toList();
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
