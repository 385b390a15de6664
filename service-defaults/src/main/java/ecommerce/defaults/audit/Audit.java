package ecommerce.defaults.audit;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records actions in the audit log. The actor, the remote address and the trace are those of the current request.
 */
@Transactional(propagation = Propagation.MANDATORY)
public class Audit {

    private static final String INSERT = """
            INSERT INTO audit_entry (actor_kind, actor_id, actor_name, remote_address, trace_id,
                                     action, subject_type, subject_id, details)
            SELECT CAST(:kind AS text), CAST(:actorId AS text), CAST(:actorName AS text), CAST(:address AS text),
                   CAST(:traceId AS text), action, subject_type, subject_id, CAST(details AS jsonb)
              FROM unnest(:actions::text[], :types::text[], :ids::text[], :details::text[])
                AS event (action, subject_type, subject_id, details)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditOrigin origin;

    Audit(JdbcClient jdbc, JsonMapper json, AuditOrigin origin) {
        this.jdbc = jdbc;
        this.json = json;
        this.origin = origin;
    }

    /** Records an action in the transaction that performs it. */
    public void record(AuditEvent event) {
        store(origin.actor(), List.of(event));
    }

    /** Records actions in the transaction that performs them, in one statement. */
    public void record(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            store(origin.actor(), events);
        }
    }

    /** Records an action of a user who has no access token yet. */
    public void record(Actor actor, AuditEvent event) {
        store(actor, List.of(event));
    }

    /**
     * Records an action in a transaction of its own, for actions that consist of several transactions. {@link Refusals}
     * records refused ones.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordAlone(AuditEvent event) {
        store(origin.actor(), List.of(event));
    }

    /** Records an action of this actor in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void recordAlone(Actor actor, AuditEvent event) {
        store(actor, List.of(event));
    }

    private void store(Actor actor, List<AuditEvent> events) {
        jdbc.sql(INSERT)
                .param("kind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("address", origin.remoteAddress())
                .param("traceId", origin.traceId())
                .param("actions", column(events, AuditEvent::action))
                .param("types", column(events, AuditEvent::subjectType))
                .param("ids", column(events, AuditEvent::subjectId))
                .param("details", column(events, event -> json.writeValueAsString(event.details())))
                .update();
    }

    private static String[] column(List<AuditEvent> events, Function<AuditEvent, String> member) {
        return events.stream().map(member).toArray(String[]::new);
    }
}
