package ecommerce.order.repair;

import ecommerce.order.amendment.PiecesChange;
import ecommerce.order.amendment.PiecesItem;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.shippingclient.ShippingClient.ShipmentLine;
import org.springframework.stereotype.Component;

/** Stops the shipment of orders whose payment was refunded in full, by staff or at the provider. */
@Component
public class RefundedOrders {

    private final ShippingClient shippings;
    private final FulfilmentRepair repair;
    private final PiecesChange pieces;

    RefundedOrders(ShippingClient shippings, FulfilmentRepair repair, PiecesChange pieces) {
        this.shippings = shippings;
        this.repair = repair;
        this.pieces = pieces;
    }

    /** Cancels the order. If a parcel has left, cancels only the pieces of the other parcels. Idempotent. */
    public void stop(long orderId) {
        var parcels = shippings.lookUp(Long.toString(orderId)).collection().stream()
                .filter(ShipmentLine::isExpected)
                .toList();
        var waiting = parcels.stream().filter(ShipmentLine::isWaiting).toList();
        if (waiting.size() == parcels.size()) {
            repair.cancelRefunded(orderId);
        } else if (!waiting.isEmpty()) {
            var items = waiting.stream()
                    .flatMap(parcel -> parcel.items().stream())
                    .map(item -> new PiecesItem(item.productId(), item.orderedQuantity()))
                    .toList();
            pieces.cancelRefunded(orderId, PiecesItem.sum(items));
        }
    }
}
