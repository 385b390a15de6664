package ecommerce.shipping.arrangement;

import ecommerce.defaults.security.Caller;
import ecommerce.shipping.shipment.Pieces;
import ecommerce.shipping.shipment.PiecesRequest;
import ecommerce.shipping.shipment.Recipient;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShippingStatus;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates, releases and cancels shipments for order-service. All calls are idempotent. */
@RestController
@RequestMapping("/internal/shippings/{orderId}")
@Hidden
class InternalShippingController {

    private final ShipmentArrangements shipments;
    private final PieceCancellations cancellations;

    InternalShippingController(ShipmentArrangements shipments, PieceCancellations cancellations) {
        this.shipments = shipments;
        this.cancellations = cancellations;
    }

    record InternalShippingResponse(long shippingId, long orderId, ShippingStatus shippingStatus) {

        static InternalShippingResponse of(Shipment shipment) {
            return new InternalShippingResponse(shipment.shippingId(), shipment.orderId(), shipment.status());
        }
    }

    @PutMapping
    InternalShippingResponse create(
            @PathVariable long orderId,
            @Valid @RequestBody CreateShipmentRequest request,
            @AuthenticationPrincipal Caller caller) {
        return InternalShippingResponse.of(shipments.create(orderId, request, caller));
    }

    /** Sets the recipient of the order's shipments that have none. */
    @PutMapping("/recipient")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void nameRecipient(@PathVariable long orderId, @Valid @RequestBody Recipient recipient) {
        shipments.nameRecipient(orderId, recipient);
    }

    /**
     * Cancels pieces of shipments that haven't been shipped. Fails with 409 and {@code unshipped} if fewer pieces are
     * left.
     */
    @PutMapping("/cancellations/{reference}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelPieces(
            @PathVariable long orderId,
            @PathVariable UUID reference,
            @Valid @RequestBody PiecesRequest request,
            @AuthenticationPrincipal Caller caller) {
        cancellations.cancel(orderId, reference, Pieces.of(request.items()), caller.username());
    }

    @PostMapping("/release")
    InternalShippingResponse release(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        return InternalShippingResponse.of(shipments.release(orderId, caller));
    }

    @PostMapping("/cancel")
    InternalShippingResponse cancel(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        return InternalShippingResponse.of(shipments.cancel(orderId, caller));
    }
}
