package ecommerce.order.amendment;

import ecommerce.defaults.audit.ActorName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amendment in API responses.
 *
 * @param refundAmount the amount that the customer is refunded; 0 until the amendment starts
 * @param refusal why the amendment was refused, or null
 */
record AmendmentResponse(
        long amendmentId,
        long orderId,
        AmendmentKind kind,
        AmendmentStatus amendmentStatus,
        List<PiecesItem> items,
        boolean restock,
        BigDecimal refundAmount,
        String reason,
        @ActorName String requestedBy,
        Instant requestedAt,
        @ActorName @Nullable String decidedBy,
        @Nullable String refusal) {

    static AmendmentResponse of(Amendment amendment) {
        return new AmendmentResponse(
                amendment.amendmentId(),
                amendment.orderId(),
                amendment.kind(),
                amendment.status(),
                amendment.pieces().entrySet().stream()
                        .map(piece -> new PiecesItem(piece.getKey(), piece.getValue()))
                        .sorted(Comparator.comparing(PiecesItem::productId))
                        .toList(),
                amendment.restock(),
                amendment.refundAmount(),
                amendment.reason(),
                amendment.requestedBy(),
                amendment.requestedAt(),
                amendment.decidedBy(),
                amendment.refusal());
    }
}
