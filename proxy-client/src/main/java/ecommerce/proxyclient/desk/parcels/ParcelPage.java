package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.orderclient.OrderedProductClient.OrderedProduct;
import ecommerce.proxyclient.orderclient.OrderedProductClient.OrderedProducts;
import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import ecommerce.proxyclient.shippingclient.ParcelClient.Pieces;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parcel with what else its pages show.
 *
 * @param version the parcel's {@code ETag}
 * @param order the products of the parcel's order; absent while order-service is unavailable
 * @param others the other parcels of the order
 */
public record ParcelPage(
        Parcel parcel, String version, @Nullable OrderedProducts order, List<Parcel> others) {

    /** Returns the title of a product; its number while order-service is unavailable. */
    public String title(long productId) {
        return product(productId).map(OrderedProduct::productTitle).orElse("#" + productId);
    }

    /** Returns the SKU of a product; empty while it is unknown. */
    public String sku(long productId) {
        return product(productId).map(OrderedProduct::sku).orElse("");
    }

    /** Returns how many pieces of a product the parcel has. */
    public int pieces(long productId) {
        return parcel.items().stream()
                .filter(item -> item.productId() == productId)
                .mapToInt(Pieces::orderedQuantity)
                .sum();
    }

    /** Returns the customer's note; empty if there is none. */
    public String note() {
        return order == null || order.orderDesc() == null ? "" : order.orderDesc();
    }

    /** Returns the price of the parcel's pieces; empty while a price is unknown. */
    public Optional<BigDecimal> price() {
        var sum = BigDecimal.ZERO;
        for (var item : parcel.items()) {
            var product = product(item.productId());
            if (product.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(product.get().priceUnit().multiply(BigDecimal.valueOf(item.orderedQuantity())));
        }
        return Optional.of(sum);
    }

    private Optional<OrderedProduct> product(long productId) {
        return order == null
                ? Optional.empty()
                : order.items().stream()
                        .filter(item -> item.productId() == productId)
                        .findFirst();
    }
}
