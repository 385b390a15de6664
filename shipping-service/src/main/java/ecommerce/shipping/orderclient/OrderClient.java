package ecommerce.shipping.orderclient;

import ecommerce.defaults.serviceclient.ServiceClientAutoConfiguration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** order-service, as far as shipments are its business. */
@HttpExchange("/internal/orders")
@ClientRegistrationId(ServiceClientAutoConfiguration.SERVICE)
public interface OrderClient {

    /** @param complete whether all of the order's shipments have come as far */
    record ShipmentEvent(
            UUID eventId, long shippingId, String shippingStatus, Instant occurredAt, boolean complete) {}

    /** May be repeated with the same event. */
    @PostExchange("/{orderId}/shipment-events")
    void report(@PathVariable long orderId, @RequestBody ShipmentEvent event);
}
