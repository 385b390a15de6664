package ecommerce.payment.webhook;

import ecommerce.payment.charge.Charges;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Processes each event once. Events may arrive in any order, because the current state of the charge is read from the
 * provider. An event that fails isn't stored, so it is processed when the provider delivers it again.
 */
@Service
class ProviderEvents {

    private final JdbcClient jdbc;
    private final Charges payments;
    private final WebhookProperties properties;

    ProviderEvents(JdbcClient jdbc, Charges payments, WebhookProperties properties) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.properties = properties;
    }

    void receive(String eventId, ProviderEvent event) {
        if (isKnown(eventId)) {
            return;
        }
        payments.sync(event.data().reference());
        jdbc.sql("INSERT INTO provider_event (event_id, type, reference) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(eventId, event.type(), event.data().reference())
                .update();
    }

    private boolean isKnown(String eventId) {
        return jdbc.sql("SELECT count(*) FROM provider_event WHERE event_id = ?")
                        .param(eventId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM provider_event WHERE received_at < ?")
                .param(Timestamp.from(Instant.now().minus(properties.keepEvents())))
                .update();
    }
}
