package ecommerce.order.step.shipment;

import ecommerce.order.order.Order;
import ecommerce.order.shippingclient.ShippingClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Removes pieces from the parcels that haven't left. */
@Component
public class CancelPieces implements Step {

    private final ShippingClient shippings;

    CancelPieces(ShippingClient shippings) {
        this.shippings = shippings;
    }

    @Override
    public String name() {
        return "CANCEL_PIECES";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var pieces = work.requiredPieces();
        var items = pieces.quantities().entrySet().stream()
                .map(piece -> new ShippingClient.Item(piece.getKey(), piece.getValue()))
                .toList();
        try {
            shippings.cancelPieces(work.orderId(), pieces.reference(), new ShippingClient.Items(items));
            return new StepOutcome.Done();
        } catch (Conflict e) {
            if (ShippingClient.Unshipped.isIn(e)) {
                return new StepOutcome.Overtaken("The pieces have left already");
            }
            throw e;
        }
    }

    @Override
    public Consumer<Order> onSuccess(OrderWork work) {
        return order -> order.cancelPieces(work.requiredPieces().quantities(), "fulfilment");
    }
}
