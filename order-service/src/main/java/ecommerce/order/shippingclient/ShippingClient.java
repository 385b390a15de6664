package ecommerce.order.shippingclient;

import ecommerce.defaults.serviceclient.ServiceClientAutoConfiguration;
import java.util.List;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

@HttpExchange("/internal/shippings/{orderId}")
@ClientRegistrationId(ServiceClientAutoConfiguration.SERVICE)
public interface ShippingClient {

    record Address(String fullAddress, String postalCode, String city) {}

    record Item(long productId, int orderedQuantity) {}

    record Shipment(long userId, Address address, List<Item> items) {}

    @PutExchange
    void create(@PathVariable long orderId, @RequestBody Shipment shipment);

    @PostExchange("/release")
    void release(@PathVariable long orderId);

    @PostExchange("/cancel")
    void cancel(@PathVariable long orderId);
}
