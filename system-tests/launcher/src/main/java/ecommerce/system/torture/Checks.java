package ecommerce.system.torture;

import ecommerce.system.client.ShopDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the guarantees in the database when no order is in progress. Throws a {@link BrokenPromiseException} for the
 * first broken one.
 */
final class Checks implements AutoCloseable {

    private static final String OUTCOMES = """
            SELECT status || CASE status WHEN 'REJECTED' THEN ': ' || split_part(reason, ':', 1) ELSE '' END, count(*)
              FROM order_service.orders GROUP BY 1 ORDER BY 2 DESC
            """;

    private final ShopDatabase database;
    private final Map<String, String> held = new LinkedHashMap<>();

    Checks(String databaseUrl) {
        database = new ShopDatabase(databaseUrl);
    }

    /** Returns whether every order has reached its final status and no task is left. */
    boolean isQuiet() {
        return numbers(Promises.UNFINISHED).isEmpty();
    }

    /** Returns the ids of unfinished orders and tasks, for the error message. */
    List<Long> unfinished() {
        return numbers(Promises.UNFINISHED);
    }

    void run(Seen seen) {
        for (var promise : Promises.ALL) {
            var broken = numbers(promise.offenders());
            if (!broken.isEmpty()) {
                var what = "%s: broken for %d, as %s %d"
                        .formatted(promise.text(), broken.size(), promise.of(), broken.getFirst());
                throw new BrokenPromiseException(what, promise.of().equals("order") ? broken.getFirst() : null);
            }
            held.put(promise.text(), "%d %ss".formatted(numbers(promise.all()).getFirst(), promise.of()));
        }
        requireSeen(seen);
    }

    private void requireSeen(Seen seen) {
        var orders = new HashSet<>(numbers("SELECT order_id FROM order_service.orders"));
        var told = new HashSet<Long>();
        for (var placed : seen.placed) {
            told.add(placed.orderId());
            require(
                    orders.contains(placed.orderId()),
                    "A customer received a 201 for an order that doesn't exist",
                    placed.orderId());
        }
        held.put("every order that was answered with 201 exists", "%d answers".formatted(seen.placed.size()));
        if (seen.noAnswers.get() == 0) {
            orders.forEach(
                    order -> require(told.contains(order), "An order exists that was never answered with 201", order));
            held.put("no other orders exist", "%d orders".formatted(orders.size()));
        }
        requireStatus(seen.cancelled, "CANCELLED", "every order that was reported as cancelled is CANCELLED");
        requireStatus(seen.returned, "RETURNED", "every order that was reported as returned is RETURNED");
    }

    private void requireStatus(Set<Long> told, String status, String promise) {
        var there = new HashSet<>(
                numbers("SELECT order_id FROM order_service.orders WHERE status = '%s'".formatted(status)));
        told.forEach(order -> require(there.contains(order), promise + ": broken for order", order));
        held.put(promise, "%d orders".formatted(told.size()));
    }

    void hold(String promise, String count) {
        held.put(promise, count);
    }

    private static void require(boolean holds, String what, long orderId) {
        if (!holds) {
            throw new BrokenPromiseException("%s: %d".formatted(what, orderId), orderId);
        }
    }

    /** Returns the guarantees that held, each with the number of checked items. */
    Map<String, String> held() {
        return held;
    }

    /** Counts orders by status, and rejected orders also by the first words of the reason. */
    Map<String, Long> outcomes() {
        var outcomes = new LinkedHashMap<String, Long>();
        for (var row : rows(OUTCOMES)) {
            outcomes.put(row.getFirst(), Long.valueOf(row.getLast()));
        }
        return outcomes;
    }

    /** Returns the stored history of an order. */
    List<String> history(long orderId) {
        return rows("SELECT at, changed_by, status_from, status_to, reason FROM order_service.order_history"
                        + " WHERE order_id = "
                        + orderId + " ORDER BY position")
                .stream()
                .map(row -> String.join("  ", row))
                .toList();
    }

    private List<Long> numbers(String sql) {
        return rows(sql).stream().map(row -> Long.valueOf(row.getFirst())).toList();
    }

    private List<List<String>> rows(String sql) {
        try (var statement = database.connection().createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("A query failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
