package ecommerce.proxyclient.shippingclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Reads and changes parcels, for staff. Each change names the version that staff saw, so that shipping-service makes it at
 * most once: it answers a repeated change with 412.
 */
@HttpExchange("/api/shippings")
public interface ParcelClient {

    /**
     * A parcel of an order.
     *
     * @param part the number of the parcel among those of its order, from 1
     * @param shippingStatus one of shipping-service's statuses; later versions may add some
     * @param address absent for a shipment that was cancelled before it was created
     * @param failure {@code LOST} or {@code UNDELIVERABLE}; absent unless the parcel has failed on its way
     */
    record Parcel(
            long shippingId,
            long orderId,
            int part,
            String shippingStatus,
            List<Pieces> items,
            @Nullable Address address,
            @Nullable Recipient recipient,
            @Nullable String failure,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant createdAt,
            List<HistoryEntry> history) {

        public int pieces() {
            return items.stream().mapToInt(Pieces::orderedQuantity).sum();
        }

        public boolean isShippable() {
            return shippingStatus.equals("READY");
        }

        public boolean isSplittable() {
            return (isShippable() || shippingStatus.equals("PENDING")) && pieces() > 1;
        }

        /** Returns whether carrier and tracking number can be changed. */
        public boolean hasLeft() {
            return shippingStatus.equals("SHIPPED") || isDelivered();
        }

        public boolean isDelivered() {
            return shippingStatus.equals("DELIVERED");
        }

        /** Returns whether the parcel has left and hasn't failed, so that staff can correct its status or report its loss. */
        public boolean isUnderWay() {
            return hasLeft() && failure == null;
        }

        /** Returns the status to which staff can correct this one. */
        public String earlierStatus() {
            return isDelivered() ? "SHIPPED" : "READY";
        }
    }

    record Pieces(long productId, int orderedQuantity) {}

    record Address(String fullAddress, String postalCode, String city) {}

    record Recipient(
            String name, @Nullable String email, @Nullable String phone) {}

    /** @param to the same status as {@code from} if the entry is only a note */
    record HistoryEntry(
            Instant at,
            String by,
            @Nullable String from,
            String to,
            @Nullable String reason) {}

    record StatusChange(
            String shippingStatus,
            @Nullable String carrier,
            @Nullable String trackingNumber) {}

    record Tracking(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String reason) {}

    record Split(List<Pieces> items) {}

    record Correction(String shippingStatus, String reason) {}

    record Failure(String failure, boolean restock, String reason) {}

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange
    Listing<Parcel> parcels(@RequestParam MultiValueMap<String, String> query);

    /** Returns a parcel with its version in the {@code ETag}. */
    @GetExchange("/{shippingId}")
    ResponseEntity<Parcel> parcel(@PathVariable long shippingId);

    @PatchExchange("/{shippingId}")
    void change(
            @PathVariable long shippingId,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody StatusChange change);

    @PutExchange("/{shippingId}/tracking")
    void track(
            @PathVariable long shippingId,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody Tracking tracking);

    /** Returns the new parcel. */
    @PostExchange("/{shippingId}/split")
    Parcel split(
            @PathVariable long shippingId,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody Split split);

    @PostExchange("/{shippingId}/corrections")
    void correct(
            @PathVariable long shippingId,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody Correction correction);

    /** Reports a failed parcel. The customer is refunded, so this requires a recent sign-in. */
    @PostExchange("/{shippingId}/failure")
    void fail(
            @PathVariable long shippingId,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody Failure failure);
}
