package ecommerce.product;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductServiceTest
class AuditRetentionIT {

    @Autowired
    JdbcClient jdbc;

    @Test
    void endsWhatAnybodyCanCauseAfter90Days() {
        var subject = TestCatalogue.unique("subject");
        for (var entry : List.of(
                "STAFF probe.refused",
                "STAFF probe.refuse",
                "STAFF sign-in",
                "CUSTOMER sign-in",
                "CUSTOMER sign-out")) {
            for (var age : List.of(89, 91)) {
                jdbc.sql("INSERT INTO audit_entry (occurred_at, actor_kind, action, subject_type, subject_id, details)"
                                + " VALUES (now() - make_interval(days => ?), ?, ?, 'probe', ?, '{}')")
                        .params(age, entry.split(" ")[0], entry.split(" ")[1], subject)
                        .update();
            }
        }

        TestDatabase.prepare(TestDatabase.NAME, "product_service");

        assertThat(jdbc.sql(
                                "SELECT actor_kind || ' ' || action FROM audit_entry WHERE subject_id = ? ORDER BY entry_id")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "STAFF probe.refused",
                        "STAFF probe.refuse",
                        "STAFF probe.refuse",
                        "STAFF sign-in",
                        "STAFF sign-in",
                        "CUSTOMER sign-in",
                        "CUSTOMER sign-out");
    }
}
