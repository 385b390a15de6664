package ecommerce.defaults.audit;

import ecommerce.defaults.problem.Problem;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Filters the audit log. A null member matches all entries.
 *
 * @param actorId a user's id or a service's name
 * @param actorName a sign-in name or a service's name
 * @param subjectId requires {@code subjectType}
 * @param from the earliest time
 * @param to the time before which the entries occurred
 * @param q words that the entry contains anywhere
 */
record AuditFilter(
        @Size(max = 200) @Nullable String actorId,
        @Size(max = 200) @Nullable String actorName,
        @Size(max = 200) @Nullable String action,
        @Size(max = 200) @Nullable String subjectType,
        @Size(max = 200) @Nullable String subjectId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Size(max = 200) @Nullable String q) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** A condition in SQL, and its one parameter. */
    record Condition(String sql, String parameter, Object value) {}

    /** Returns the conditions that an entry must meet. Throws 400 if a member is missing or out of range. */
    List<Condition> conditions() {
        if (subjectId != null && subjectType == null) {
            throw Problem.invalid("subjectType", "is required if subjectId is present");
        }
        var conditions = new ArrayList<Condition>();
        add(conditions, "actor_id = :actorId", "actorId", actorId);
        add(conditions, "actor_name = :actorName", "actorName", actorName);
        add(conditions, "action = :action", "action", action);
        add(conditions, "subject_type = :subjectType", "subjectType", subjectType);
        add(conditions, "subject_id = :subjectId", "subjectId", subjectId);
        add(conditions, "occurred_at >= :from", "from", time("from", from));
        add(conditions, "occurred_at < :to", "to", time("to", to));
        add(conditions, "words @@ websearch_to_tsquery('simple', :q)", "q", q);
        return conditions;
    }

    private static void add(List<Condition> conditions, String sql, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(new Condition(sql, parameter, value));
        }
    }

    /** Converts a time. Throws 400 if the database doesn't support it. */
    private static @Nullable Timestamp time(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Problem.invalid(name, "must be from %s to %s".formatted(EARLIEST, LATEST));
        }
        return time == null ? null : Timestamp.from(time);
    }
}
