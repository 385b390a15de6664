package ecommerce.payment.sandbox;

import ecommerce.payment.provider.Authorisation;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the sandbox remembers of its charges, each under the shop's reference and changed in one statement. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxBook {

    private record Row(String state, String reason) {}

    private final JdbcClient jdbc;

    SandboxBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Authorisation approve(UUID reference, BigDecimal amount) {
        return enter(reference, amount, "AUTHORISED", "");
    }

    Authorisation decline(UUID reference, BigDecimal amount, String reason) {
        return enter(reference, amount, "DECLINED", reason);
    }

    private Authorisation enter(UUID reference, BigDecimal amount, String state, String reason) {
        jdbc.sql("INSERT INTO sandbox_charge (reference, amount, state, reason) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(reference, amount, state, reason)
                .update();
        return find(reference).orElseThrow();
    }

    Optional<Authorisation> find(UUID reference) {
        return jdbc.sql("SELECT state, reason FROM sandbox_charge WHERE reference = ?")
                .param(reference)
                .query(Row.class)
                .optional()
                .map(SandboxBook::toAuthorisation);
    }

    void capture(UUID reference) {
        jdbc.sql("UPDATE sandbox_charge SET state = 'CAPTURED' WHERE reference = ? AND state = 'AUTHORISED'")
                .param(reference)
                .update();
    }

    /** Also of a charge that is still under way: it finds itself void when it arrives. */
    void voidCharge(UUID reference) {
        jdbc.sql("INSERT INTO sandbox_charge (reference, amount, state, reason) VALUES (?, 0, 'VOIDED', 'It was voided')"
                        + " ON CONFLICT (reference) DO UPDATE SET state = 'VOIDED', reason = excluded.reason"
                        + " WHERE sandbox_charge.state = 'AUTHORISED'")
                .param(reference)
                .update();
    }

    int countAttempt(UUID reference) {
        return jdbc.sql("INSERT INTO sandbox_attempt VALUES (?, 1)"
                        + " ON CONFLICT (reference) DO UPDATE SET attempts = sandbox_attempt.attempts + 1"
                        + " RETURNING attempts")
                .param(reference)
                .query(Integer.class)
                .single();
    }

    private static Authorisation toAuthorisation(Row row) {
        return row.state().equals("DECLINED") || row.state().equals("VOIDED")
                ? new Authorisation.Declined(row.reason())
                : new Authorisation.Approved();
    }
}
