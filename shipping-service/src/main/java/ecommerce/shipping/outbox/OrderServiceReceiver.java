package ecommerce.shipping.outbox;

import ecommerce.defaults.outbox.OutboxReceiver;
import ecommerce.shipping.orderclient.OrderClient;
import ecommerce.shipping.orderclient.OrderClient.ShipmentEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers shipment events to order-service. Events of the order that the previous version of this service has stored
 * go first.
 */
@Component
class OrderServiceReceiver implements OutboxReceiver {

    static final String TOPIC = "shipment-events";

    private final OrderClient orders;
    private final EarlierOutbox earlier;
    private final JsonMapper json;

    OrderServiceReceiver(OrderClient orders, EarlierOutbox earlier, JsonMapper json) {
        this.orders = orders;
        this.earlier = earlier;
        this.json = json;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void deliver(long orderId, String payload) {
        earlier.deliver(orderId);
        orders.report(orderId, json.readValue(payload, ShipmentEvent.class));
    }
}
