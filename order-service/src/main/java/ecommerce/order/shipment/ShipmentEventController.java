package ecommerce.order.shipment;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Receives the events of shipping-service's outbox. */
@RestController
@Hidden
class ShipmentEventController {

    private final ShipmentService shipments;

    ShipmentEventController(ShipmentService shipments) {
        this.shipments = shipments;
    }

    @PostMapping("/internal/orders/{orderId}/shipment-events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(@PathVariable long orderId, @Valid @RequestBody ShipmentEvent event) {
        shipments.receive(orderId, event);
    }
}
