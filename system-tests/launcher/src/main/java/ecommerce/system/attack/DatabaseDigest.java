package ecommerce.system.attack;

import ecommerce.system.client.Account;
import ecommerce.system.client.ShopDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A hash of the content of each table.
 *
 * @param hashes the hashes by qualified table name
 */
record DatabaseDigest(Map<String, String> hashes) {

    /** Tables that record requests, also refused ones: the audit log, and the two tables of the throttle. */
    private static final Set<String> OF_REQUESTS = Set.of("audit_entry", "throttle", "known_address");

    /** Tables of what runs every few minutes, whatever an intruder does: tasks, and comparisons with their results. */
    private static final Set<String> OF_TASKS = Set.of(
            "scheduled_tasks", "reconciliation_run", "reconciliation_mismatch", "book_cursor", "stock_ledger_check");

    /** Columns in which order-service records that it repeats a step without an answer. An order may wait for minutes. */
    private static final String OF_REPEATED_STEPS = "'{asked_seconds,asked_last}'::text[]";

    /** Waits, for at most a minute, until no table changes any more, and returns the digest. */
    static DatabaseDigest whenQuiet(String url) {
        var before = of(url);
        for (var attempt = 0; attempt < 30; attempt++) {
            Account.pause(1_000, 2_000);
            var now = of(url);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("The tables change all the time, so an intruder's changes can't be told apart");
    }

    static DatabaseDigest of(String url) {
        try (var database = new ShopDatabase(url);
                var statement = database.connection().createStatement()) {
            var hashes = new TreeMap<String, String>();
            for (var table : tables(statement.executeQuery(
                    "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname LIKE '%\\_service'"))) {
                var name = table.substring(table.indexOf('.') + 1);
                if (!OF_REQUESTS.contains(name) && !OF_TASKS.contains(name)) {
                    hashes.put(table, hash(statement.executeQuery("""
                                    SELECT md5(coalesce(string_agg(content, '|' ORDER BY content), ''))
                                      FROM (SELECT (to_jsonb(t) - %s)::text AS content FROM %s AS t) AS contents
                                    """.formatted(OF_REPEATED_STEPS, table))));
                }
            }
            return new DatabaseDigest(hashes);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables can't be read", e);
        }
    }

    /** Returns the tables whose content differs. */
    Set<String> changedSince(DatabaseDigest before) {
        return hashes.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.hashes.get(table.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> tables(ResultSet rows) throws SQLException {
        var tables = new TreeSet<String>();
        while (rows.next()) {
            tables.add(rows.getString(1));
        }
        return tables;
    }

    private static String hash(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }
}
