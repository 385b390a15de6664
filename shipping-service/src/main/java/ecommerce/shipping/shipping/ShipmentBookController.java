package ecommerce.shipping.shipping;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists shipments for the reconciliation of order-service. Pages are sorted by order id, and their size counts orders.
 */
@RestController
@Hidden
class ShipmentBookController {

    private final ShippingService shippings;

    ShipmentBookController(ShippingService shippings) {
        this.shippings = shippings;
    }

    record Line(
            long shippingId,
            long orderId,
            int part,
            ShippingStatus shippingStatus,
            @Nullable ParcelFailure failure,
            Instant changedAt,
            List<ShippingItem> items) {

        static Line of(ShippingResponse shipping) {
            return new Line(
                    shipping.shippingId(),
                    shipping.orderId(),
                    shipping.part(),
                    shipping.shippingStatus(),
                    shipping.failure(),
                    shipping.history().getLast().at(),
                    shipping.items());
        }
    }

    record ShipmentList(List<Line> collection) {}

    @GetMapping("/internal/shippings")
    ShipmentList list(
            @RequestParam(defaultValue = "0") long afterOrderId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long upToOrderId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        var page = shippings.findPage(afterOrderId, upToOrderId, size);
        return new ShipmentList(page.stream().map(Line::of).toList());
    }

    /** Returns the shipments of the given orders. */
    @GetMapping("/internal/shippings/lookup")
    ShipmentList lookUp(@RequestParam @Size(min = 1, max = 500) List<Long> orderIds) {
        return new ShipmentList(
                shippings.findAll(orderIds).stream().map(Line::of).toList());
    }
}
