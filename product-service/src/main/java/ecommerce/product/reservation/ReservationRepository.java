package ecommerce.product.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores reservations by order. A transaction locks the row of a reservation before its stock. */
@Repository
class ReservationRepository {

    private static final RowMapper<ReservationItem> RESERVATION_ITEM =
            new SimplePropertyRowMapper<>(ReservationItem.class);

    private final JdbcClient jdbc;

    ReservationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts a reservation. Returns false if the order has one already. A concurrent second call waits for the first.
     */
    boolean insert(Reservation reservation) {
        return jdbc.sql("INSERT INTO reservation (order_id, status, expires_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(
                                reservation.orderId(),
                                reservation.status().name(),
                                Timestamp.from(reservation.expiresAt()))
                        .update()
                == 1;
    }

    void insertLines(long orderId, Map<Long, Integer> quantities) {
        jdbc.sql("INSERT INTO reservation_line SELECT :orderId, * FROM unnest(:products::bigint[], :quantities::int[])")
                .param("orderId", orderId)
                .param("products", quantities.keySet().toArray(Long[]::new))
                .param("quantities", quantities.values().toArray(Integer[]::new))
                .update();
    }

    Optional<Reservation> lock(long orderId) {
        return jdbc.sql("SELECT order_id, status, expires_at FROM reservation WHERE order_id = ? FOR UPDATE")
                .param(orderId)
                .query(ReservationRepository::toReservation)
                .optional();
    }

    List<ReservationItem> findLines(long orderId) {
        return jdbc.sql("SELECT product_id, quantity FROM reservation_line WHERE order_id = ? ORDER BY product_id")
                .param(orderId)
                .query(RESERVATION_ITEM)
                .list();
    }

    List<Reservation> find(long afterOrderId, long upToOrderId, int limit) {
        return jdbc.sql("SELECT order_id, status, expires_at FROM reservation"
                        + " WHERE order_id > ? AND order_id <= ? ORDER BY order_id LIMIT ?")
                .params(afterOrderId, upToOrderId, limit)
                .query(ReservationRepository::toReservation)
                .list();
    }

    List<Reservation> find(Collection<Long> orderIds) {
        return jdbc.sql("SELECT order_id, status, expires_at FROM reservation WHERE order_id IN (:ids)")
                .param("ids", orderIds)
                .query(ReservationRepository::toReservation)
                .list();
    }

    /** Returns the lines by order id. */
    Map<Long, List<ReservationItem>> findLines(Collection<Long> orderIds) {
        Map<Long, List<ReservationItem>> lines = new HashMap<>();
        if (!orderIds.isEmpty()) {
            jdbc.sql("SELECT order_id, product_id, quantity FROM reservation_line WHERE order_id IN (:ids)"
                            + " ORDER BY order_id, product_id")
                    .param("ids", orderIds)
                    .query((ResultSet row) -> {
                        lines.computeIfAbsent(row.getLong("order_id"), id -> new ArrayList<>())
                                .add(new ReservationItem(row.getLong("product_id"), row.getInt("quantity")));
                    });
        }
        return lines;
    }

    void setStatus(long orderId, ReservationStatus status) {
        jdbc.sql("UPDATE reservation SET status = ? WHERE order_id = ?")
                .params(status.name(), orderId)
                .update();
    }

    List<Long> findExpired(Instant now, int limit) {
        return jdbc.sql("SELECT order_id FROM reservation WHERE status = 'RESERVED' AND expires_at < ?"
                        + " ORDER BY expires_at LIMIT ?")
                .params(Timestamp.from(now), limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Reservation toReservation(ResultSet row, int rowNumber) throws SQLException {
        return new Reservation(
                row.getLong("order_id"),
                ReservationStatus.valueOf(row.getString("status")),
                row.getTimestamp("expires_at").toInstant());
    }
}
