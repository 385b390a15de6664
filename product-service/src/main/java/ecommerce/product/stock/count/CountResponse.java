package ecommerce.product.stock.count;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A count and what it came to.
 *
 * @param onHandBefore what the books said
 * @param onHand {@code counted - awaitingShipment}
 * @param difference {@code onHand - onHandBefore}, which the count has entered as a movement unless it is 0
 * @param sellable {@code onHand - reserved}
 * @param explanation the sum in words
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
                ? "as the books said"
                : "%d %s than the books said".formatted(Math.abs(difference), difference > 0 ? "more" : "fewer");
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
