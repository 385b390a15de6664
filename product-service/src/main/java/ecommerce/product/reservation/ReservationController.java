package ecommerce.product.reservation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For order-service. Each call may be repeated. */
@RestController
@RequestMapping("/internal/reservations/{orderId}")
@Hidden
class ReservationController {

    private final ReservationService reservations;

    ReservationController(ReservationService reservations) {
        this.reservations = reservations;
    }

    @PutMapping
    ReservationResponse reserve(@PathVariable long orderId, @Valid @RequestBody ReserveRequest request) {
        return reservations.reserve(orderId, request);
    }

    @PostMapping("/commit")
    ReservationResponse commit(@PathVariable long orderId) {
        return reservations.commit(orderId);
    }

    @PostMapping("/release")
    ReservationResponse release(@PathVariable long orderId) {
        return reservations.release(orderId);
    }
}
