package ecommerce.product.product;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.product.TestCatalogue.unique;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** SKUs as suppliers write them, by whatever way they come in. */
@ProductServiceTest
class SkuIT {

    private static final String FORMS =
            """
            00042 %s,    00042 %s
            AB 12+3 %s,  ab 12+3 %s
            [X] (1/2)%s, [x] (1/2)%s
            GRÖSSE-Ä%s,  gro\u0308sse-a\u0308%s
            ЖЁ-%s,       жё-%s
            """;

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    TestRequests staff;

    @BeforeEach
    void beStaff() {
        catalogue = new TestCatalogue(client);
        staff = TestRequests.as(client, TestTokens.admin());
    }

    @ParameterizedTest
    @CsvSource(textBlock = FORMS)
    void createsReplacesAndChangesAProductOfSuchAnSku(String form, String otherForm) {
        var sku = form.formatted(unique(""));
        var first = new HashMap<>(request());
        first.put("sku", " " + sku + "\u00A0");
        var path = "/api/products/" + number(body(staff.post("/api/products", first)), "productId");
        staff.get(path).expectBody().jsonPath("$.sku").isEqualTo(sku);

        first.put("sku", sku + "!");
        staff.put(path, first).expectStatus().isOk().expectBody().jsonPath("$.sku").isEqualTo(sku + "!");
        staff.patch(path, Map.of("sku", sku)).expectStatus().isOk().expectBody().jsonPath("$.sku").isEqualTo(sku);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FORMS)
    void givesAnSkuToOneProductWhateverItsCase(String form, String otherForm) {
        var suffix = unique("");
        var first = new HashMap<>(request());
        first.put("sku", form.formatted(suffix));
        var path = "/api/products/" + number(body(staff.post("/api/products", first)), "productId");
        var other = new HashMap<>(request());
        other.put("sku", otherForm.formatted(suffix));
        var otherPath = "/api/products/" + catalogue.product(1);

        staff.post("/api/products", other).expectStatus().isEqualTo(409);
        staff.patch(otherPath, Map.of("sku", otherForm.formatted(suffix))).expectStatus().isEqualTo(409);
        staff.put(otherPath, other).expectStatus().isEqualTo(409);
        staff.patch(path, Map.of("sku", otherForm.formatted(suffix))).expectStatus().isOk();
    }

    private Map<String, Object> request() {
        return TestCatalogue.request(catalogue.category(unique("C ")), "Thing", "1.00", 1);
    }
}
