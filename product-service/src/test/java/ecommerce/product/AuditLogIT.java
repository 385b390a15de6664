package ecommerce.product;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ProductServiceTest
class AuditLogIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Audit audit;

    TestRequests staff;
    long productId;

    @BeforeEach
    void createAProduct() {
        staff = TestRequests.as(client, TestTokens.admin());
        productId = new TestCatalogue(client).product(5);
    }

    @Test
    void recordsWhoChangedAPriceFromWhere() {
        var before = Instant.now();
        staff.patch("/api/products/" + productId, Map.of("priceUnit", "7.50"))
                .expectStatus()
                .isOk();

        assertThat(find("action=product.price-change&subjectType=product&subjectId=" + productId))
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("actorKind", "STAFF")
                .containsEntry("actorId", "1000000")
                .containsEntry("actorName", "admin")
                .containsEntry("remoteAddress", "127.0.0.1")
                .containsKey("traceId")
                .hasEntrySatisfying(
                        "occurredAt",
                        time -> assertThat(Instant.parse((String) time)).isAfterOrEqualTo(before))
                .extractingByKey("details", InstanceOfAssertFactories.MAP)
                .containsEntry("priceUnit", Map.of("from", 9.99, "to", 7.5));
    }

    @Test
    void recordsThePricesThatAnImportChanges() {
        var sku = jdbc.sql("SELECT sku FROM product WHERE product_id = ?")
                .param(productId)
                .query(String.class)
                .single();
        client.post()
                .uri("/api/products/import")
                .header("Authorization", TestTokens.admin())
                .contentType(MediaType.valueOf("text/csv"))
                .body("sku,priceUnit\n%s,8.25\n".formatted(sku))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(find("action=product.price-change&subjectType=product&subjectId=" + productId))
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("actorName", "admin");
    }

    /** The price has been recorded when the quantity is refused. */
    @Test
    void leavesNoEntryOfAChangeThatIsRefused() {
        staff.patch("/api/products/" + productId, Map.of("priceUnit", "7.50", "quantity", 9))
                .expectStatus()
                .isEqualTo(428);

        assertThat(find("subjectType=product&subjectId=" + productId))
                .extracting(entry -> entry.get("action"))
                .containsExactly("product.create", "stock.move");
    }

    @Test
    void keepsOnlyFailuresOfATransactionThatIsRolledBack() {
        var subject = TestCatalogue.unique("subject");
        transaction.executeWithoutResult(status -> {
            audit.record(AuditEvent.of("probe.change", "probe", subject));
            audit.recordAlone(AuditEvent.of("probe.fail", "probe", subject));
            status.setRollbackOnly();
        });

        assertThat(find("q=" + subject))
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("action", "probe.fail")
                .containsEntry("actorKind", "SYSTEM")
                .containsEntry("actorName", "product-service");
        assertThatThrownBy(() -> audit.record(AuditEvent.of("probe.change", "probe", subject)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void storesTextsOfAnyKind() {
        var subject = TestCatalogue.unique("subject");
        audit.recordAlone(AuditEvent.of("probe.change", "probe", subject)
                .with("text", "\0\ud800\n\"" + "x".repeat(300))
                .withChange("amount", new BigDecimal("1.10"), null));

        assertThat(find("q=" + subject).getFirst().get("details").toString())
                .contains("text=???\"xxx", "amount={from=1.1")
                .hasSizeLessThan(260);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"})
    void cantBeChangedByTheService(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void isFoundByEachFilter() {
        var subject = TestCatalogue.unique("subject");
        var before = Instant.now().minusSeconds(60);
        audit.recordAlone(AuditEvent.of("probe.first", "probe", subject).with("note", "Blue Paint"));
        audit.recordAlone(AuditEvent.of("probe.second", "probe", subject));
        var probe = "subjectType=probe&subjectId=" + subject;

        assertThat(actions(probe)).containsExactly("probe.second", "probe.first");
        assertThat(actions(probe + "&sort=occurredAt")).containsExactly("probe.first", "probe.second");
        assertThat(actions(probe + "&action=probe.first")).containsExactly("probe.first");
        assertThat(actions(probe + "&q=paint+blue")).containsExactly("probe.first");
        assertThat(actions("q=second+" + subject)).containsExactly("probe.second");
        assertThat(actions(probe + "&actorName=product-service&actorId=product-service"))
                .hasSize(2);
        assertThat(actions(probe + "&actorName=admin")).isEmpty();
        assertThat(actions(probe + "&from=" + before)).hasSize(2);
        assertThat(actions(probe + "&to=" + before)).isEmpty();
        assertThat(actions(probe + "&size=1&page=1")).containsExactly("probe.first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"subjectId=7", "actor=admin", "sort=action", "from=yesterday", "to=%2B10000-01-01T00:00:00Z"})
    void refusesFiltersThatItDoesNotKnow(String query) {
        staff.get("/api/products/audit?" + query).expectStatus().isBadRequest();
    }

    @Test
    void isHiddenFromAllButStaff() {
        var path = "/api/products/audit";
        TestRequests.as(client, TestTokens.user(7)).get(path).expectStatus().isForbidden();
        TestRequests.as(client, TestTokens.service("order-service"))
                .get(path)
                .expectStatus()
                .isForbidden();
        TestRequests.anonymous(client)
                .get(path)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer");
    }

    private List<Object> actions(String query) {
        return find(query).stream().<Object>map(entry -> entry.get("action")).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> find(String query) {
        return (List<Map<String, Object>>)
                body(staff.get("/api/products/audit?" + query)).get("collection");
    }
}
