package ecommerce.order.step.shipment;

import ecommerce.order.recipient.Recipient;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.UnansweredException;
import ecommerce.order.step.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Creates the shipment. It isn't released until the payment is captured. */
@Component
public class CreateShipment implements Step {

    private final ShippingClient shippings;

    CreateShipment(ShippingClient shippings) {
        this.shippings = shippings;
    }

    @Override
    public String name() {
        return "CREATE_SHIPMENT";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var address = work.address();
        var items = work.lines().entrySet().stream()
                .map(line ->
                        new ShippingClient.Item(line.getKey(), line.getValue().orderedQuantity()))
                .toList();
        var shipment = new ShippingClient.Shipment(
                work.userId(),
                new ShippingClient.Address(address.fullAddress(), address.postalCode(), address.city()),
                to(work.recipient()),
                items);
        try {
            shippings.create(work.orderId(), shipment);
            return new StepOutcome.Done();
        } catch (Conflict e) {
            // A conflict with an earlier request of this order doesn't tell whether the shipment exists, so the step
            // is retried.
            if ("CANCELLED".equals(ShippingClient.Refusal.statusOf(e))) {
                return new StepOutcome.Refused("The shipment was cancelled");
            }
            throw new UnansweredException("shipping-service reports a conflict", e);
        }
    }

    private static ShippingClient.@Nullable Recipient to(@Nullable Recipient recipient) {
        return recipient == null
                ? null
                : new ShippingClient.Recipient(recipient.name(), recipient.email(), recipient.phone());
    }

    @Override
    public Undo whenRefused() {
        return Undo.STOCK_AND_PAYMENT;
    }

    @Override
    public Undo whenGivenUp() {
        return Undo.ALL;
    }
}
