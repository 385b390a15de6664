package ecommerce.product.product;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.product.TestCatalogue.unique;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests SKUs in the forms that suppliers use, in all requests that have one. */
@ProductServiceTest
class SkuIT {

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    TestRequests staff;
    long category;

    @BeforeEach
    void setUp() {
        catalogue = new TestCatalogue(client);
        staff = TestRequests.as(client, TestTokens.admin());
        category = catalogue.category(unique("SKUs "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    00042 %s,    00042 %s
                    [X] (1/2)+%s, [x] (1/2)+%s
                    GRÖSSE-Ä%s,  gro\u0308sse-a\u0308%s
                    """)
    void refusesADuplicateSkuIgnoringCase(String form, String otherForm) {
        var suffix = unique("");
        var sku = form.formatted(suffix);
        var request = new HashMap<>(TestCatalogue.request(category, "Thing", "1.00", 1));
        request.put("sku", " " + sku + "\u00A0");
        var path = "/api/products/" + number(body(staff.post("/api/products", request)), "productId");
        staff.get(path).expectBody().jsonPath("$.sku").isEqualTo(sku);

        request.put("sku", otherForm.formatted(suffix));
        var other = "/api/products/" + catalogue.product(category, "Other", "1.00", 1);
        staff.post("/api/products", request).expectStatus().isEqualTo(409);
        staff.put(other, request).expectStatus().isEqualTo(409);
        staff.patch(other, Map.of("sku", otherForm.formatted(suffix)))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void changesAnSku() {
        var request = new HashMap<>(TestCatalogue.request(category, "Thing", "1.00", 1));
        var path = "/api/products/" + number(body(staff.post("/api/products", request)), "productId");
        var sku = unique("0 [Ж]+Ä ");

        staff.patch(path, Map.of("sku", sku))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sku")
                .isEqualTo(sku);
        request.put("sku", sku.toLowerCase(Locale.ROOT));
        staff.put(path, request)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sku")
                .isEqualTo(request.get("sku"));
    }
}
