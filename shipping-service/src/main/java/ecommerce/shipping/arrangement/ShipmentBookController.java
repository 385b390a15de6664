package ecommerce.shipping.arrangement;

import ecommerce.shipping.shipment.ParcelFailure;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShipmentRepository;
import ecommerce.shipping.shipment.ShippingItem;
import ecommerce.shipping.shipment.ShippingStatus;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists shipments for the reconciliation of order-service. Pages are sorted by order id, and their size counts orders.
 */
@RestController
@Hidden
class ShipmentBookController {

    private final ShipmentRepository shipments;

    ShipmentBookController(ShipmentRepository shipments) {
        this.shipments = shipments;
    }

    record Line(
            long shippingId,
            long orderId,
            int part,
            ShippingStatus shippingStatus,
            @Nullable ParcelFailure failure,
            Instant changedAt,
            List<ShippingItem> items) {

        static Line of(Shipment shipment) {
            return new Line(
                    shipment.shippingId(),
                    shipment.orderId(),
                    shipment.part(),
                    shipment.status(),
                    shipment.progress().failure(),
                    shipment.progress().history().getLast().at(),
                    shipment.sortedItems());
        }
    }

    record ShipmentList(List<Line> collection) {}

    /** Returns the shipments of a page of orders. A page never divides the shipments of an order. */
    @GetMapping("/internal/shippings")
    @Transactional(readOnly = true)
    ShipmentList list(
            @RequestParam(defaultValue = "0") long afterOrderId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long upToOrderId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        return lookUp(shipments.findOrderIds(afterOrderId, upToOrderId, Limit.of(size)));
    }

    /** Returns the shipments of the given orders. */
    @GetMapping("/internal/shippings/lookup")
    @Transactional(readOnly = true)
    ShipmentList lookUp(@RequestParam @Size(min = 1, max = 500) List<Long> orderIds) {
        return new ShipmentList(
                shipments.findByOrderIdIn(orderIds).stream().map(Line::of).toList());
    }
}
