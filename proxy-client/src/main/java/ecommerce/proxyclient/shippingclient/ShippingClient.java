package ecommerce.proxyclient.shippingclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads the parcels of orders. */
@HttpExchange("/api/shippings")
public interface ShippingClient {

    /** @param shippingStatus one of shipping-service's statuses; later versions may add some */
    record Shipment(
            long shippingId,
            int part,
            String shippingStatus,
            List<Item> items,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt) {

        public boolean isOnItsWay() {
            return shippingStatus.equals("SHIPPED");
        }
    }

    record Item(long productId, int orderedQuantity) {}

    @GetExchange
    Listing<Shipment> shipments(@RequestParam long orderId, @RequestParam int size, @RequestParam int page);
}
