package ecommerce.product.reservation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reserves, commits and returns stock for order-service. All calls are idempotent. */
@RestController
@RequestMapping("/internal/reservations")
@Hidden
class ReservationController {

    private final ReservationService reservations;
    private final PartReturns returns;

    ReservationController(ReservationService reservations, PartReturns returns) {
        this.reservations = reservations;
        this.returns = returns;
    }

    record ReservationList(List<ReservationResponse> collection) {}

    /** Returns a page of reservations by order id, for reconciliation. */
    @GetMapping
    ReservationList list(
            @RequestParam(defaultValue = "0") long afterOrderId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long upToOrderId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        return new ReservationList(reservations.find(afterOrderId, upToOrderId, size));
    }

    /** Returns the reservations of the given orders. */
    @GetMapping("/lookup")
    ReservationList lookUp(@RequestParam @Size(min = 1, max = 500) List<Long> orderIds) {
        return new ReservationList(reservations.find(orderIds));
    }

    @PutMapping("/{orderId}")
    ReservationResponse reserve(@PathVariable long orderId, @Valid @RequestBody ReserveRequest request) {
        return reservations.reserve(orderId, request);
    }

    @PostMapping("/{orderId}/commit")
    ReservationResponse commit(@PathVariable long orderId) {
        return reservations.commit(orderId);
    }

    /** @param restock whether the pieces go back on sale; true unless it is false */
    record WholeReturnRequest(@Nullable Boolean restock) {}

    /**
     * Releases reserved pieces, or returns committed ones. The first call decides whether the pieces go back on sale.
     */
    @PostMapping("/{orderId}/return")
    ReservationResponse giveBack(
            @PathVariable long orderId, @RequestBody(required = false) @Nullable WholeReturnRequest request) {
        return reservations.giveBack(orderId, request == null || !Boolean.FALSE.equals(request.restock()));
    }

    /**
     * Returns some of the committed pieces, once for each reference. Fails with 409 and {@code returnable} if fewer
     * pieces can be returned, and with 422 if the reference was used for a different return.
     */
    @PutMapping("/{orderId}/returns/{reference}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void returnPieces(
            @PathVariable long orderId, @PathVariable UUID reference, @Valid @RequestBody ReturnRequest request) {
        returns.returnPieces(orderId, reference, request);
    }
}
