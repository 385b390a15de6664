package ecommerce.order.step.shipment;

import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import org.springframework.stereotype.Component;

/** Releases the shipment of a paid order, so that staff may ship it. */
@Component
public class ReleaseShipment implements Step {

    private final ShippingClient shippings;

    ReleaseShipment(ShippingClient shippings) {
        this.shippings = shippings;
    }

    @Override
    public String name() {
        return "RELEASE_SHIPMENT";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        shippings.release(work.orderId());
        return new StepOutcome.Done();
    }
}
