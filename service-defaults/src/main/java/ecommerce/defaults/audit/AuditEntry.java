package ecommerce.defaults.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param actorId the user's id or the service's name; null if nobody had signed in
 * @param remoteAddress the IP address of the client, or of the one whose request a task completes; null for tasks
 *     that don't know it
 * @param traceId the trace in which the action occurred, as in problem details and logs
 */
record AuditEntry(
        long auditId,
        Instant occurredAt,
        Actor.Kind actorKind,
        @Nullable String actorId,
        @Nullable String actorName,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String remoteAddress,
        @Nullable String traceId,
        Map<String, Object> details) {}
