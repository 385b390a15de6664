package ecommerce.shipping.shipping;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.shipping.shipment.Pieces;
import ecommerce.shipping.shipment.PiecesRequest;
import ecommerce.shipping.shipment.ShippingStatus;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
@RequestMapping("/api/shippings")
@Tag(name = "shippings")
class ShippingController {

    private final ShippingService shippings;

    ShippingController(ShippingService shippings) {
        this.shippings = shippings;
    }

    /**
     * Lists shipments. A customer sees the own shipments, staff see those of all customers. {@code orderId} selects
     * those of an order.
     */
    @GetMapping
    PageResponse<ShippingResponse> list(
            @RequestParam(required = false) @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable String userId,
            @RequestParam(required = false) @Nullable Long orderId,
            @RequestParam(required = false) @Nullable ShippingStatus shippingStatus,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        return shippings.search(caller.resolveUserId(userId), orderId, shippingStatus, pageable, caller);
    }

    /**
     * Shows a shipment with its parcel's carrier, tracking number and history. A customer sees only the own shipments.
     */
    @GetMapping("/{shippingId}")
    ResponseEntity<ShippingResponse> get(@PathVariable long shippingId, @AuthenticationPrincipal Caller caller) {
        return answer(shippings.find(shippingId, caller));
    }

    /** Ships a parcel, or records that it was delivered. Carrier and tracking number are used with SHIPPED only. */
    @PatchMapping("/{shippingId}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<ShippingResponse> change(
            @PathVariable long shippingId,
            @Valid @RequestBody ChangeShippingRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return answer(shippings.change(shippingId, request, ifMatch, caller));
    }

    /**
     * Moves pieces to a new shipment, for example to ship them on another day or from another place. Responds with the
     * new shipment.
     */
    @PostMapping("/{shippingId}/split")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ShippingResponse> split(
            @PathVariable long shippingId,
            @Valid @RequestBody PiecesRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var other = shippings.split(shippingId, Pieces.of(request.items()), ifMatch, caller);
        return ResponseEntity.created(URI.create("/api/shippings/" + other.shippingId()))
                .eTag(ETag.of(other.version()))
                .body(other);
    }

    private static ResponseEntity<ShippingResponse> answer(ShippingResponse shipping) {
        return ETag.ok(shipping, shipping.version());
    }
}
