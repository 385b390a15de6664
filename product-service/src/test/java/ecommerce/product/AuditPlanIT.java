package ecommerce.product;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.database.WholeTableReads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Checks the plans of searches in a large audit log, in the transaction that fills it and is rolled back. */
@ProductServiceTest
class AuditPlanIT {

    private static final List<String> QUERIES = List.of(
            "actorId=17",
            "actorName=user17",
            "action=probe.act17",
            "subjectType=probe&subjectId=17",
            "from=2020-01-01T00:10:00Z&to=2020-01-01T00:20:00Z",
            "q=note17+user17");

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    @Test
    void readsNoWholeTable() {
        // Runs in this thread, and so in this transaction.
        var requests = TestRequests.anonymous(
                RestTestClient.bindToApplicationContext(context).build());
        var admin = new TestingAuthenticationToken("admin", "none", "ROLE_ADMIN");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = WholeTableReads.fill(jdbc, List.of("""
                    INSERT INTO audit_entry (occurred_at, actor_kind, actor_id, actor_name, action, subject_type,
                                             subject_id, details)
                    SELECT timestamptz '2020-01-01 00:00:00Z' + g * interval '1 s', 'STAFF', g % 1000,
                           'user' || g % 1000, 'probe.act' || g % 100, 'probe', g,
                           jsonb_build_object('note', 'note' || g)
                      FROM generate_series(1, 10000) AS g"""));
            WholeTableReads.asOwner(jdbc, "SELECT gin_clean_pending_list('audit_entry_words_idx')");
            SecurityContextHolder.getContext().setAuthentication(admin);
            try {
                QUERIES.forEach(query -> reads.requireNone(
                        query,
                        () -> requests.get("/api/products/audit?" + query)
                                .expectStatus()
                                .isOk()));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }
}
