package ecommerce.product.stock.count;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A count and its result.
 *
 * @param onHandBefore the recorded stock before the count
 * @param onHand {@code counted - awaitingShipment}
 * @param difference {@code onHand - onHandBefore}. Unless it is 0, the count has entered it as a movement
 * @param sellable {@code onHand - reserved}
 * @param explanation the calculation as text
 */
record CountResponse(
        long countId,
        long productId,
        Instant at,
        String by,
        int counted,
        int awaitingShipment,
        int onHand,
        int reserved,
        int sellable,
        int onHandBefore,
        int difference,
        String explanation,
        @Nullable String note) {

    /** A row of {@code stock_count}. */
    record Row(
            long countId,
            long productId,
            int counted,
            int awaitingShipment,
            int onHandBefore,
            int reserved,
            @Nullable String note,
            String countedBy,
            Instant countedAt) {}

    static CountResponse of(Row row) {
        var onHand = row.counted() - row.awaitingShipment();
        var difference = onHand - row.onHandBefore();
        return new CountResponse(
                row.countId(),
                row.productId(),
                row.countedAt(),
                row.countedBy(),
                row.counted(),
                row.awaitingShipment(),
                onHand,
                row.reserved(),
                onHand - row.reserved(),
                row.onHandBefore(),
                difference,
                explain(row, onHand, difference),
                row.note());
    }

    private static String explain(Row row, int onHand, int difference) {
        var result = difference == 0
                ? "as recorded"
                : "%d %s than recorded".formatted(Math.abs(difference), difference > 0 ? "more" : "fewer");
        return "%d counted - %d awaiting shipment = %d on hand, %s; %d on hand - %d reserved = %d sellable"
                .formatted(
                        row.counted(),
                        row.awaitingShipment(),
                        onHand,
                        result,
                        onHand,
                        row.reserved(),
                        onHand - row.reserved());
    }
}
