package ecommerce.shipping.shipment;

import ecommerce.defaults.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Quantities by product. Items of the same product are added up. */
public record Pieces(Map<Long, Integer> quantities) {

    public static Pieces of(Collection<ShippingItem> items) {
        var quantities = new HashMap<Long, Integer>();
        items.forEach(item -> quantities.merge(item.productId(), item.orderedQuantity(), Math::addExact));
        return new Pieces(quantities);
    }

    /** Returns these pieces without the others. Fails with 400 if the others have more pieces of a product. */
    public Pieces minus(Pieces others) {
        var left = new HashMap<>(quantities);
        others.quantities.forEach((productId, quantity) -> {
            if (left.getOrDefault(productId, 0) < quantity) {
                throw Problem.invalid(
                        "items", "must not have more pieces of product %d than the shipment has".formatted(productId));
            }
            left.merge(productId, -quantity, Integer::sum);
        });
        left.values().removeIf(quantity -> quantity == 0);
        return new Pieces(left);
    }

    /** Returns the pieces that both have. */
    public Pieces common(Pieces others) {
        var common = new HashMap<Long, Integer>();
        quantities.forEach((productId, quantity) -> {
            var both = Math.min(quantity, others.quantities.getOrDefault(productId, 0));
            if (both > 0) {
                common.put(productId, both);
            }
        });
        return new Pieces(common);
    }

    public boolean isEmpty() {
        return quantities.isEmpty();
    }

    public Set<ShippingItem> toItems() {
        return quantities.entrySet().stream()
                .map(entry -> new ShippingItem(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }
}
