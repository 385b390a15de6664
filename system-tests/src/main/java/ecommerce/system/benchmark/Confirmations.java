package ecommerce.system.benchmark;

import ecommerce.system.client.ShopDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Watches in the database, for all customers together, when orders are confirmed: what they asked costs the shop nothing. */
final class Confirmations implements AutoCloseable {

    /** An order's end: when, and whether it was confirmed. */
    record Ended(Instant at, boolean confirmed) {}

    private final Map<Long, CompletableFuture<Ended>> awaited = new ConcurrentHashMap<>();
    private final ShopDatabase database;

    Confirmations(String databaseUrl) {
        database = new ShopDatabase(databaseUrl);
    }

    CompletableFuture<Ended> await(long orderId) {
        return awaited.computeIfAbsent(orderId, id -> new CompletableFuture<>());
    }

    /** One look. */
    void look() {
        var ids = awaited.keySet().toArray(Long[]::new);
        var sql = "SELECT order_id, at, status_to FROM order_service.order_history WHERE position = 1 AND order_id = ANY(?)";
        try (var statement = database.connection().prepareStatement(sql)) {
            statement.setArray(1, database.connection().createArrayOf("bigint", ids));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var future = awaited.remove(rows.getLong(1));
                    var ended = new Ended(rows.getTimestamp(2).toInstant(), rows.getString(3).equals("CONFIRMED"));
                    if (future != null) {
                        future.complete(ended);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
