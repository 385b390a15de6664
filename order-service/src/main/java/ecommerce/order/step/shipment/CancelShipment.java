package ecommerce.order.step.shipment;

import ecommerce.order.order.Order;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/**
 * Cancels all parcels of the order. The order becomes cancelled once shipping-service has confirmed that no parcel
 * leaves.
 */
@Component
public class CancelShipment implements Step {

    private final ShippingClient shippings;

    CancelShipment(ShippingClient shippings) {
        this.shippings = shippings;
    }

    @Override
    public String name() {
        return "CANCEL_SHIPMENT";
    }

    /**
     * Cancels the parcels. Those of a confirmed order may have left meanwhile; those of a rejected order were never
     * released.
     */
    @Override
    public StepOutcome perform(OrderWork work) {
        try {
            shippings.cancel(work.orderId());
            return new StepOutcome.Done();
        } catch (Conflict e) {
            var hasLeft = ShippingClient.Refusal.statusOf(e) != null;
            if (hasLeft && work.goal() == OrderStatus.CANCELLED) {
                return new StepOutcome.Overtaken("The goods have left already");
            }
            throw e;
        }
    }

    @Override
    public @Nullable Consumer<Order> onSuccess(OrderWork work) {
        if (work.goal() != OrderStatus.CANCELLED) {
            return null;
        }
        return order -> {
            if (order.status() == OrderStatus.CONFIRMED) {
                order.cancel(
                        work.reasonOr("Cancelled"), Objects.requireNonNullElse(work.cancelRequestedBy(), "fulfilment"));
            }
        };
    }
}
