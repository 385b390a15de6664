package ecommerce.defaults.audit;

import ecommerce.defaults.audit.AuditFilter.Condition;
import ecommerce.defaults.web.SortFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Searches the audit log. Counts at most 100,000 entries, so that the time of a page doesn't grow with the log. */
@Transactional(readOnly = true)
class AuditQueries {

    private static final int COUNTED = 100_000;
    private static final SortFields SORT = new SortFields("entry_id", Map.of("occurredAt", "occurred_at"));
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "occurred_at", "entry_id");
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Finds entries, newest first unless another order is requested. */
    Page<AuditEntry> search(AuditFilter filter, Pageable pageable) {
        var page = SORT.apply(pageable);
        var conditions = filter.conditions();
        var where = conditions.isEmpty()
                ? ""
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ", " WHERE ", ""));
        var total = bind(
                        "SELECT count(*) FROM (SELECT 1 FROM audit_entry%s LIMIT %d) AS counted"
                                .formatted(where, COUNTED),
                        conditions)
                .query(Long.class)
                .single();
        var order = (pageable.getSort().isSorted() ? page.getSort() : NEWEST_FIRST)
                .stream()
                        .map(each -> each.getProperty() + " " + each.getDirection())
                        .collect(Collectors.joining(", "));
        var entries = bind(
                        "SELECT * FROM audit_entry%s ORDER BY %s LIMIT %d OFFSET %d"
                                .formatted(where, order, page.getPageSize(), page.getOffset()),
                        conditions)
                .query(this::entry)
                .list();
        return new PageImpl<>(entries, page, total);
    }

    private StatementSpec bind(String sql, List<Condition> conditions) {
        var statement = jdbc.sql(sql);
        conditions.forEach(condition -> statement.param(condition.parameter(), condition.value()));
        return statement;
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("entry_id"),
                row.getTimestamp("occurred_at").toInstant(),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("remote_address"),
                row.getString("trace_id"),
                json.readValue(row.getString("details"), DETAILS));
    }
}
