package ecommerce.order.shipment;

import ecommerce.order.amendment.PiecesItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that shipping-service reports about a parcel of an order.
 *
 * @param complete whether all parcels of the order have reached this status
 * @param correction whether staff have corrected a wrong status, so that the order returns to an earlier status
 * @param failure why the parcel won't arrive, or null
 * @param restock whether the pieces of a failed parcel go back on sale
 * @param items the pieces of a failed parcel
 */
record ShipmentEvent(
        @NotNull UUID eventId,
        @NotNull Long shippingId,
        @NotNull Status shippingStatus,
        @NotNull Instant occurredAt,
        @NotNull Boolean complete,
        @Nullable Boolean correction,
        @Nullable Failure failure,
        @Nullable Boolean restock,
        @Size(max = 255) @Nullable String reason,
        @Nullable List<@Valid @NotNull PiecesItem> items) {

    enum Status {
        READY,
        SHIPPED,
        DELIVERED
    }

    enum Failure {
        LOST,
        UNDELIVERABLE
    }

    boolean isCorrection() {
        return Boolean.TRUE.equals(correction);
    }

    String reasonOr(String otherwise) {
        return reason == null ? otherwise : reason;
    }
}
