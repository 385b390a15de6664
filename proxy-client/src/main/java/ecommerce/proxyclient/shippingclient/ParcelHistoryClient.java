package ecommerce.proxyclient.shippingclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads the parcels of an order with their histories, for staff. */
@HttpExchange("/api/shippings")
public interface ParcelHistoryClient {

    /**
     * A parcel.
     *
     * @param shippingStatus one of shipping-service's statuses; later versions may add some
     * @param failure why it didn't arrive; null if it did, or still may
     */
    record TrackedParcel(
            long shippingId,
            int part,
            String shippingStatus,
            @Nullable String failure,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            List<ParcelChange> history) {}

    /** @param from the status before; absent for a new parcel */
    record ParcelChange(
            Instant at,
            String by,
            @Nullable String from,
            String to,
            @Nullable String reason) {

        /** Returns whether the status stays as it was: another tracking number, or a failure. */
        public boolean isNote() {
            return to.equals(from);
        }
    }

    @GetExchange
    Listing<TrackedParcel> parcels(@RequestParam long orderId, @RequestParam int size, @RequestParam int page);
}
