package ecommerce.shipping.arrangement;

import ecommerce.defaults.problem.Problem;
import ecommerce.shipping.parcel.ParcelChanges;
import ecommerce.shipping.shipment.Pieces;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShipmentRepository;
import ecommerce.shipping.shipment.ShippingStatus;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels pieces of shipments that haven't been shipped, starting with the last part. Each reference is processed once.
 */
@Service
@Transactional
class PieceCancellations {

    private final ShipmentRepository shipments;
    private final ParcelChanges parcels;
    private final JdbcClient jdbc;

    PieceCancellations(ShipmentRepository shipments, ParcelChanges parcels, JdbcClient jdbc) {
        this.shipments = shipments;
        this.parcels = parcels;
        this.jdbc = jdbc;
    }

    /**
     * Cancels pieces. Fails with 409 and {@code unshipped} if fewer pieces are left, and with 422 if the reference was
     * used for other pieces.
     */
    void cancel(long orderId, UUID reference, Pieces wanted, String by) {
        shipments.lockOrder(orderId);
        if (isRepeated(orderId, reference, wanted)) {
            return;
        }
        var all = shipments.lockAll(orderId);
        requireUnshipped(orderId, all, wanted);
        var left = wanted;
        for (var parcel : all.reversed()) {
            left = left.minus(parcel.cancelPieces(left, by));
        }
        shipments.flush();
        insert(orderId, reference, wanted);
        parcels.reportProgress(all);
    }

    private static void requireUnshipped(long orderId, List<Shipment> all, Pieces wanted) {
        var unshipped = Pieces.of(all.stream()
                .filter(parcel -> !parcel.status().hasReached(ShippingStatus.SHIPPED))
                .filter(each -> each.progress().isExpected())
                .flatMap(parcel -> parcel.items().stream())
                .toList());
        if (!unshipped.common(wanted).quantities().equals(wanted.quantities())) {
            throw Problem.conflict(
                    "Order %d has fewer unshipped pieces than requested".formatted(orderId),
                    Map.of("unshipped", unshipped.toItems()));
        }
    }

    private boolean isRepeated(long orderId, UUID reference, Pieces wanted) {
        var before = jdbc.sql("SELECT order_id FROM shipment_cancellation WHERE reference = ?")
                .param(reference)
                .query(Long.class)
                .optional();
        if (before.isEmpty()) {
            return false;
        }
        Map<Long, Integer> cancelled = new HashMap<>();
        jdbc.sql("SELECT product_id, ordered_quantity FROM shipment_cancellation_item WHERE reference = ?")
                .param(reference)
                .query((ResultSet row) -> {
                    cancelled.put(row.getLong("product_id"), row.getInt("ordered_quantity"));
                });
        if (before.get() != orderId || !cancelled.equals(wanted.quantities())) {
            throw Problem.unprocessable("The reference was used for a different cancellation. Send a new one");
        }
        return true;
    }

    private void insert(long orderId, UUID reference, Pieces pieces) {
        jdbc.sql("INSERT INTO shipment_cancellation (reference, order_id) VALUES (?, ?)")
                .params(reference, orderId)
                .update();
        pieces.quantities()
                .forEach((productId, quantity) -> jdbc.sql("INSERT INTO shipment_cancellation_item VALUES (?, ?, ?)")
                        .params(reference, productId, quantity)
                        .update());
    }
}
