package ecommerce.shipping.parcel;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.defaults.web.ETag;
import ecommerce.shipping.shipment.ParcelFailure;
import ecommerce.shipping.shipment.ShippingStatus;
import ecommerce.shipping.shipment.Tracking;
import ecommerce.shipping.shipping.ShippingResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff correct parcels, and report parcels that are lost or undeliverable. */
@RestController
@RequestMapping("/api/shippings/{shippingId}")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "shippings")
class ParcelController {

    private final ParcelChanges parcels;
    private final RecentSignIn recentSignIn;

    ParcelController(ParcelChanges parcels, RecentSignIn recentSignIn) {
        this.parcels = parcels;
        this.recentSignIn = recentSignIn;
    }

    record TrackingRequest(
            @Size(max = 100) @Nullable String carrier,
            @Size(max = 100) @Nullable String trackingNumber,
            @Size(max = 200) @Nullable String reason) {}

    /** @param shippingStatus READY for a parcel that hasn't been shipped, SHIPPED for one that hasn't been delivered */
    record CorrectionRequest(
            @NotNull ShippingStatus shippingStatus,
            @NotBlank @Size(max = 200) String reason) {}

    /** @param restock whether the pieces of an undeliverable parcel go back on sale; those of a lost one never do */
    record FailureRequest(
            @NotNull ParcelFailure failure,
            @Nullable Boolean restock,
            @NotBlank @Size(max = 200) String reason) {

        boolean restocks() {
            return failure == ParcelFailure.UNDELIVERABLE && Boolean.TRUE.equals(restock);
        }
    }

    /** Corrects carrier and tracking number of a shipped parcel. The customer sees the new ones. */
    @PutMapping("/tracking")
    ResponseEntity<ShippingResponse> track(
            @PathVariable long shippingId,
            @Valid @RequestBody TrackingRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var tracking = new Tracking(request.carrier(), request.trackingNumber());
        return answer(parcels.track(shippingId, tracking, request.reason(), ifMatch, caller));
    }

    /** Corrects a wrong SHIPPED or DELIVERED. The order is corrected too. */
    @PostMapping("/corrections")
    ResponseEntity<ShippingResponse> correct(
            @PathVariable long shippingId,
            @Valid @RequestBody CorrectionRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return answer(parcels.correct(shippingId, request.shippingStatus(), request.reason(), ifMatch, caller));
    }

    /**
     * Reports a lost or undeliverable parcel. The customer is refunded for its pieces, so it requires a recent sign-in.
     * This can't be undone.
     */
    @PostMapping("/failure")
    ResponseEntity<ShippingResponse> fail(
            @PathVariable long shippingId,
            @Valid @RequestBody FailureRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        recentSignIn.require(caller);
        return answer(
                parcels.fail(shippingId, request.failure(), request.restocks(), request.reason(), ifMatch, caller));
    }

    private static ResponseEntity<ShippingResponse> answer(ShippingResponse shipping) {
        return ETag.ok(shipping, shipping.version());
    }
}
