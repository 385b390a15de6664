package ecommerce.shipping.arrangement;

import ecommerce.shipping.shipment.Pieces;
import ecommerce.shipping.shipment.Recipient;
import ecommerce.shipping.shipment.ShippingAddress;
import ecommerce.shipping.shipment.ShippingItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request to create the shipment of an order. */
record CreateShipmentRequest(
        @NotNull Long userId,
        @NotNull @Valid ShippingAddress address,
        @Valid @Nullable Recipient recipient,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull ShippingItem> items) {

    Set<ShippingItem> summedItems() {
        return Pieces.of(items).toItems();
    }
}
