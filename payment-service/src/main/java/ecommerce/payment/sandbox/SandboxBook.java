package ecommerce.payment.sandbox;

import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.ProviderRefusedException;
import ecommerce.payment.provider.ProviderUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the sandbox's charges under the shop's references, and an entry for each action on them. As at a provider of
 * its own, nothing here belongs to a transaction of the shop. An action is one statement, which needs no transaction.
 */
@Repository
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class SandboxBook {

    private record Row(String state, @Nullable String reason) {}

    private final JdbcClient jdbc;

    SandboxBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Charge approve(UUID reference, BigDecimal amount, String token) {
        return open(reference, amount, "AUTHORISED", "", token);
    }

    Charge decline(UUID reference, BigDecimal amount, String reason) {
        return open(reference, amount, "DECLINED", reason, "");
    }

    private Charge open(UUID reference, BigDecimal amount, String state, String reason, String token) {
        return jdbc.sql("""
                        WITH opened AS (
                            INSERT INTO sandbox_charge (reference, amount, state, reason, token)
                            VALUES (:reference, :amount, :state, :reason, :token) ON CONFLICT DO NOTHING
                            RETURNING reference, amount, state, reason),
                        entered AS (
                            INSERT INTO sandbox_entry (reference, kind, amount) SELECT reference, state, amount FROM opened)
                        SELECT state, reason FROM opened
                        """)
                .param("reference", reference)
                .param("amount", amount)
                .param("state", state)
                .param("reason", reason)
                .param("token", token)
                .query(Row.class)
                .optional()
                .map(row -> toCharge(row, List.of()))
                .or(() -> find(reference))
                .orElseThrow();
    }

    Optional<Charge> find(UUID reference) {
        return jdbc.sql("SELECT state, reason FROM sandbox_charge WHERE reference = ?")
                .param(reference)
                .query(Row.class)
                .optional()
                .map(row -> toCharge(row, row.state().equals("CAPTURED") ? findReturned(reference) : List.of()));
    }

    private List<Charge.Returned> findReturned(UUID reference) {
        return jdbc.sql("SELECT refund_reference, amount, kind FROM sandbox_entry"
                        + " WHERE reference = ? AND kind IN ('REFUNDED', 'DISPUTED') ORDER BY entry_id")
                .param(reference)
                .query((row, number) -> new Charge.Returned(
                        row.getObject("refund_reference", UUID.class),
                        row.getBigDecimal("amount"),
                        row.getString("kind").equals("DISPUTED")))
                .list();
    }

    /** Returns the token of the charge, or an empty text if the charge is unknown. */
    private String token(UUID reference) {
        return jdbc.sql("SELECT coalesce(token, '') FROM sandbox_charge WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .optional()
                .orElse("");
    }

    void capture(UUID reference) {
        if (leave(reference, "CAPTURED", SandboxTokens.CAPTURE_REFUSED, SandboxTokens.CAPTURE_DOWN)) {
            return;
        }
        switch (token(reference)) {
            case SandboxTokens.CAPTURE_REFUSED -> throw new ProviderRefusedException("The authorisation has expired");
            case SandboxTokens.CAPTURE_DOWN ->
                throw new ProviderUnavailableException("The sandbox is down for captures");
            default -> {
                if (!(find(reference).orElse(null) instanceof Charge.Captured)) {
                    throw new ProviderRefusedException("The charge isn't authorised");
                }
            }
        }
    }

    /** Voids a charge. A charge whose authorisation hasn't arrived yet is voided when it arrives. */
    void voidCharge(UUID reference) {
        var unknown = jdbc.sql("INSERT INTO sandbox_charge (reference, amount, state) VALUES (?, 0, 'VOIDED')"
                                + " ON CONFLICT DO NOTHING")
                        .param(reference)
                        .update()
                == 1;
        if (!unknown) {
            leave(reference, "VOIDED");
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refund(UUID reference, UUID refundReference, BigDecimal amount) {
        // The row's lock keeps concurrent refunds from exceeding the charge together.
        jdbc.sql("SELECT 1 FROM sandbox_charge WHERE reference = ? FOR UPDATE")
                .param(reference)
                .query(Integer.class)
                .optional();
        var known = jdbc.sql("SELECT count(*) FROM sandbox_entry WHERE refund_reference = ?")
                        .param(refundReference)
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) {
            return;
        }
        var entered = jdbc.sql("""
                        INSERT INTO sandbox_entry (reference, kind, amount, refund_reference)
                        SELECT reference, 'REFUNDED', :amount, :refund FROM sandbox_charge c
                         WHERE reference = :reference AND state = 'CAPTURED' AND :amount <= c.amount - (
                               SELECT coalesce(sum(e.amount), 0) FROM sandbox_entry e
                                WHERE e.reference = c.reference AND e.kind IN ('REFUNDED', 'DISPUTED'))
                        """)
                .param("amount", amount)
                .param("refund", refundReference)
                .param("reference", reference)
                .update();
        if (entered == 0) {
            throw new ProviderRefusedException("The refund exceeds the captured amount that is left");
        }
    }

    int countAttempt(UUID reference) {
        return jdbc.sql("INSERT INTO sandbox_attempt VALUES (?, 1)"
                        + " ON CONFLICT (reference) DO UPDATE SET attempts = sandbox_attempt.attempts + 1"
                        + " RETURNING attempts")
                .param(reference)
                .query(Integer.class)
                .single();
    }

    /** Moves a charge from AUTHORISED to another state, once, unless it has one of the tokens. */
    private boolean leave(UUID reference, String state, String... exceptTokens) {
        return jdbc.sql("""
                                WITH moved AS (
                                    UPDATE sandbox_charge SET state = :state
                                     WHERE reference = :reference AND state = 'AUTHORISED'
                                       AND coalesce(token, '') <> ALL (:tokens::text[])
                                    RETURNING reference, state, amount)
                                INSERT INTO sandbox_entry (reference, kind, amount)
                                SELECT reference, state, amount FROM moved
                                """)
                        .param("state", state)
                        .param("reference", reference)
                        .param("tokens", exceptTokens)
                        .update()
                == 1;
    }

    private static Charge toCharge(Row row, List<Charge.Returned> returned) {
        return switch (row.state()) {
            case "AUTHORISED" -> new Charge.Authorised();
            case "CAPTURED" -> new Charge.Captured(returned);
            case "VOIDED" -> new Charge.Voided();
            default -> new Charge.Declined(Objects.requireNonNullElse(row.reason(), ""));
        };
    }
}
