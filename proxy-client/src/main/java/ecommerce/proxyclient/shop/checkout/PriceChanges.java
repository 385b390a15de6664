package ecommerce.proxyclient.shop.checkout;

import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.shop.checkout.CheckoutPage.PriceChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads from a refused order which prices differ from those in the cart. */
final class PriceChanges {

    private PriceChanges() {}

    static List<PriceChange> of(Refusal refusal) {
        if (!(refusal.members().get("priceChanges") instanceof List<?> changes)) {
            return List.of();
        }
        return changes.stream()
                .filter(Map.class::isInstance)
                .map(change -> of((Map<?, ?>) change))
                .toList();
    }

    private static PriceChange of(Map<?, ?> change) {
        return new PriceChange(
                String.valueOf(change.get("productTitle")),
                new BigDecimal(String.valueOf(change.get("oldPrice"))),
                new BigDecimal(String.valueOf(change.get("newPrice"))));
    }
}
