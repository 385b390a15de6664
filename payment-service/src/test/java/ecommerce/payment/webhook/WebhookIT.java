package ecommerce.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.PaymentServiceTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class WebhookIT extends PaymentServiceTest {

    /** The secret that {@link ecommerce.defaults.test.ServiceTest} sets. */
    static final String SECRET = "whsec_dGVzdC13ZWJob29rLXNlY3JldC0xMjM0NQ==";

    String reference;

    /** Leaves a charge whose authorisation got no answer. */
    @BeforeEach
    void leaveAChargeUnanswered() {
        orderService
                .put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", "tok_charge_then_timeout"))
                .expectStatus()
                .isEqualTo(503);
        reference = jdbc.sql("SELECT reference::text FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    @Test
    void updatesThePaymentAndProcessesEachEventOnce() {
        var id = "evt_" + UUID.randomUUID();

        send(id, now(), event(reference), SECRET).expectStatus().isNoContent();
        send(id, now(), event(reference), SECRET).expectStatus().isNoContent();

        assertThat(ledger()).isEqualTo("AUTHORISED");
        assertThat(jdbc.sql("SELECT count(*) FROM provider_event WHERE event_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void reachesTheSameStateInAnyOrderOfEvents() {
        jdbc.sql("UPDATE sandbox_charge SET state = 'CAPTURED' WHERE reference = ?::uuid")
                .param(reference)
                .update();

        send("evt_" + UUID.randomUUID(), now(), event(reference).replace("authorised", "captured"), SECRET);
        send("evt_" + UUID.randomUUID(), now(), event(reference), SECRET)
                .expectStatus()
                .isNoContent();

        assertThat(ledger()).isEqualTo("AUTHORISED,CAPTURED");
    }

    @Test
    void refusesAnEventWithoutAValidSignature() {
        var id = "evt_" + UUID.randomUUID();
        for (var again = 0; again < 3; again++) {
            send(id, now(), event(reference), "whsec_YW5vdGhlciBzZWNyZXQ=")
                    .expectStatus()
                    .isUnauthorized();
        }
        client.post()
                .uri("/api/payments/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .body(event(reference))
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(ledger()).isNull();
        assertThat(jdbc.sql("SELECT actor_kind || ' ' || action FROM audit_entry WHERE subject_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("ANONYMOUS webhook.refused");
    }

    @Test
    void refusesAnEventThatIsTooLong() {
        send("evt", now(), event(reference) + " ".repeat(65_536), SECRET)
                .expectStatus()
                .isEqualTo(413);
        assertThat(ledger()).isNull();
    }

    @Test
    void refusesAnEventOutsideTheTolerance() {
        send("evt", now() - 301, event(reference), SECRET).expectStatus().isUnauthorized();
        send("evt", now() + 330, event(reference), SECRET).expectStatus().isUnauthorized();
        assertThat(ledger()).isNull();
    }

    @Test
    void reportsWhatIsWrongWithASignedEvent() {
        send("evt", now(), "{", SECRET).expectStatus().isBadRequest();
        send("evt", now(), "null", SECRET).expectStatus().isBadRequest();
        send("evt", now(), "{\"type\":\"x\"}", SECRET).expectStatus().isBadRequest();
        send("evt", now(), event(UUID.randomUUID().toString()), SECRET)
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec send(String id, long time, String event, String secret) {
        return client.post()
                .uri("/api/payments/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(time))
                .header("webhook-signature", "v1,b3RoZXI= v1," + sign("%s.%d.%s".formatted(id, time, event), secret))
                .body(event)
                .exchange();
    }

    private static String event(String reference) {
        return "{\"type\":\"charge.authorised\",\"data\":{\"reference\":\"%s\"}}".formatted(reference);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String sign(String text, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ledger() {
        return jdbc.sql("SELECT string_agg(entry, ',' ORDER BY entry_id)"
                        + " FROM payment_ledger JOIN payment USING (payment_id) WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
