package ecommerce.product.reservation;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import ecommerce.product.stock.OrderStock;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returns some pieces of committed reservations. The lines of a reservation have only the pieces that aren't returned
 * yet. So a return of the whole reservation, even by the previous version of the service, returns no piece twice.
 */
@Service
@RepeatOnDeadlock
@Transactional
class PartReturns {

    private final ReservationRepository reservations;
    private final OrderStock stock;
    private final JdbcClient jdbc;

    PartReturns(ReservationRepository reservations, OrderStock stock, JdbcClient jdbc) {
        this.reservations = reservations;
        this.stock = stock;
        this.jdbc = jdbc;
    }

    /**
     * Returns the pieces. The call is idempotent by its reference. Fails with 409 if fewer pieces can be returned, and
     * with 422 if the reference was used for a different return.
     */
    void returnPieces(long orderId, UUID reference, ReturnRequest request) {
        var reservation = reservations
                .lock(orderId)
                .orElseThrow(() -> Problem.conflict("Order %d has no reservation".formatted(orderId)));
        var isNew = jdbc.sql("INSERT INTO reservation_return (reference, order_id, restock) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(reference, orderId, request.restock())
                        .update()
                == 1;
        if (!isNew) {
            requireSame(orderId, reference, request);
            return;
        }
        requireOut(reservation, request);
        stock.takeBack(orderId, request.quantities(), request.restock());
        request.quantities().forEach((productId, quantity) -> takeFromLine(orderId, productId, quantity));
        insertLines(reference, request);
        if (reservations.findLines(orderId).isEmpty()) {
            reservations.setStatus(orderId, ReservationStatus.RETURNED);
        }
    }

    private void requireOut(Reservation reservation, ReturnRequest request) {
        var lines = reservation.status() == ReservationStatus.COMMITTED
                ? reservations.findLines(reservation.orderId())
                : List.<ReservationItem>of();
        Map<Long, Integer> out = new HashMap<>();
        lines.forEach(line -> out.put(line.productId(), line.quantity()));
        var tooMany = request.quantities().entrySet().stream()
                .anyMatch(piece -> out.getOrDefault(piece.getKey(), 0) < piece.getValue());
        if (tooMany) {
            throw Problem.conflict(
                    "Order %d has fewer returnable pieces than requested".formatted(reservation.orderId()),
                    Map.of("returnable", lines));
        }
    }

    private void requireSame(long orderId, UUID reference, ReturnRequest request) {
        var isSame = jdbc.sql("SELECT order_id = ? AND restock = ? FROM reservation_return WHERE reference = ?")
                .params(orderId, request.restock(), reference)
                .query(Boolean.class)
                .single();
        Map<Long, Integer> lines = new HashMap<>();
        jdbc.sql("SELECT product_id, quantity FROM reservation_return_line WHERE reference = ?")
                .param(reference)
                .query((ResultSet row) -> {
                    lines.put(row.getLong("product_id"), row.getInt("quantity"));
                });
        if (!isSame || !lines.equals(request.quantities())) {
            throw Problem.unprocessable("The reference was used for a different return. Send a new one");
        }
    }

    private void takeFromLine(long orderId, long productId, int quantity) {
        var emptied = jdbc.sql("DELETE FROM reservation_line WHERE order_id = ? AND product_id = ? AND quantity = ?")
                        .params(orderId, productId, quantity)
                        .update()
                == 1;
        if (!emptied) {
            jdbc.sql("UPDATE reservation_line SET quantity = quantity - ? WHERE order_id = ? AND product_id = ?")
                    .params(quantity, orderId, productId)
                    .update();
        }
    }

    private void insertLines(UUID reference, ReturnRequest request) {
        jdbc.sql("INSERT INTO reservation_return_line"
                        + " SELECT :reference, * FROM unnest(:products::bigint[], :quantities::int[])")
                .param("reference", reference)
                .param("products", request.quantities().keySet().toArray(Long[]::new))
                .param("quantities", request.quantities().values().toArray(Integer[]::new))
                .update();
    }
}
