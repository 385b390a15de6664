package ecommerce.product.catalogueimport;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Reads the audit entries of what an import creates. */
@ProductServiceTest
class ImportAuditIT {

    private static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity\n";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestImports imports;

    private final String prefix = unique("IA");

    @BeforeEach
    void setUp() {
        imports = new TestImports(client, jdbc);
    }

    @Test
    void recordsEachProductThatItCreates() {
        imports.report(HEADER + line("1", "Audited") + line("2", "Audited"));

        for (var sku : List.of(prefix + "-1", prefix + "-2")) {
            assertThat(find("action=product.create&subjectType=product&subjectId=" + imports.id(sku)))
                    .singleElement(MAP)
                    .containsEntry("actorKind", "STAFF")
                    .containsEntry("actorName", "admin")
                    .containsEntry("remoteAddress", "127.0.0.1")
                    .containsKey("traceId")
                    .extractingByKey("details", MAP)
                    .containsEntry("sku", sku)
                    .containsEntry("priceUnit", 9.5);
        }
    }

    @Test
    void recordsNoProductThatItChangesOrRefuses() {
        imports.report(HEADER + line("1", "Audited"));
        imports.report(HEADER
                        + line("1", "Audited").replace("9.50", "8.50")
                        + line("2", "Audited").replace(",4", ",-4"))
                .jsonPath("$.updated")
                .isEqualTo(1)
                .jsonPath("$.refused")
                .isEqualTo(1);

        assertThat(jdbc.sql("SELECT details ->> 'sku' FROM audit_entry"
                                + " WHERE action = 'product.create' AND details ->> 'sku' LIKE ?")
                        .param(prefix + "-%")
                        .query(String.class)
                        .list())
                .containsExactly(prefix + "-1");
    }

    @Test
    void recordsEachCategoryThatItCreatesOnce() {
        var top = "Top " + prefix;
        imports.report(HEADER + line("1", top + " > Small " + prefix) + line("2", top + " > Large " + prefix));
        imports.report(HEADER + line("3", top + " > Small " + prefix));

        var entries = find("action=category.create&subjectType=category&q=" + prefix);
        assertThat(entries)
                .extracting(entry -> entry.get("details"))
                .containsExactlyInAnyOrder(
                        Map.of("categoryTitle", top),
                        Map.of("categoryTitle", "Small " + prefix),
                        Map.of("categoryTitle", "Large " + prefix));
        assertThat(entries)
                .extracting(entry -> entry.get("subjectId"))
                .contains(imports.read("category_id", prefix + "-1"), imports.read("category_id", prefix + "-2"));
    }

    private String line(String number, String categoryPath) {
        return "%s-%s,Peg,%s,9.50,4\n".formatted(prefix, number, categoryPath);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> find(String query) {
        var staff = TestRequests.as(client, TestTokens.admin());
        return (List<Map<String, Object>>)
                body(staff.get("/api/products/audit?" + query)).get("collection");
    }
}
