package ecommerce.shipping.outbox;

import ecommerce.defaults.outbox.Outbox;
import ecommerce.shipping.orderclient.OrderClient.ShipmentEvent;
import org.springframework.stereotype.Component;

/** Reports events of parcels to order-service. Stores each event in the transaction of the change. */
@Component
public class ShipmentEvents {

    private final Outbox outbox;

    ShipmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void report(long orderId, ShipmentEvent event) {
        outbox.publish(OrderServiceReceiver.TOPIC, orderId, event.eventId(), event);
    }
}
