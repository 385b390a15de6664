package ecommerce.product.reservation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For order-service. Each call may be repeated. */
@RestController
@RequestMapping("/internal/reservations")
@Hidden
class ReservationController {

    private final ReservationService reservations;

    ReservationController(ReservationService reservations) {
        this.reservations = reservations;
    }

    record ReservationList(List<ReservationResponse> collection) {}

    /** For reconciliation: all reservations, page after page by order id. */
    @GetMapping
    ReservationList list(
            @RequestParam(defaultValue = "0") long afterOrderId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long upToOrderId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        return new ReservationList(reservations.find(afterOrderId, upToOrderId, size));
    }

    @PutMapping("/{orderId}")
    ReservationResponse reserve(@PathVariable long orderId, @Valid @RequestBody ReserveRequest request) {
        return reservations.reserve(orderId, request);
    }

    @PostMapping("/{orderId}/commit")
    ReservationResponse commit(@PathVariable long orderId) {
        return reservations.commit(orderId);
    }

    @PostMapping("/{orderId}/return")
    ReservationResponse giveBack(@PathVariable long orderId) {
        return reservations.giveBack(orderId);
    }
}
