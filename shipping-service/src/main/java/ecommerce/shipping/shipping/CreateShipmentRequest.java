package ecommerce.shipping.shipping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an order sends, and where to. */
record CreateShipmentRequest(
        @NotNull Long userId,
        @NotNull @Valid ShippingAddress address,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull ShippingItem> items) {

    /** Lines of the same product as one. */
    Set<ShippingItem> summedItems() {
        var quantities = new HashMap<Long, Integer>();
        items.forEach(item -> quantities.merge(item.productId(), item.orderedQuantity(), Math::addExact));
        return quantities.entrySet().stream()
                .map(entry -> new ShippingItem(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }
}
