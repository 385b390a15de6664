package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Shop;
import ecommerce.system.client.ShopClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Steps of a purchase that several tests share. */
public final class Purchase {

    private Purchase() {}

    /** Creates a product that no other test buys. */
    public static Map<String, Object> stockedProduct(Shop shop, int quantity) {
        var staff = shop.staff();
        var category = Map.of("categoryTitle", "Category " + System.nanoTime());
        var categoryId = staff.post("/api/categories", category).body().get("categoryId");
        var product = staff.post(
                "/api/products",
                Map.of(
                        "productTitle",
                        "Product " + System.nanoTime(),
                        "sku",
                        "SKU-" + System.nanoTime(),
                        "priceUnit",
                        "12.50",
                        "quantity",
                        quantity,
                        "category",
                        Map.of("categoryId", categoryId)));
        assertThat(product.status()).isEqualTo(201);
        return product.body();
    }

    public static void putInCart(Shop.Client customer, Object productId, int quantity) {
        var cartId = customer.post("/api/carts", null).body().get("cartId");
        var added = customer.post(
                "/api/carts/%s/items".formatted(cartId), Map.of("productId", productId, "orderedQuantity", quantity));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(200);
    }

    /** Checks out and returns the path of the order. */
    public static String checkOut(Shop.Client customer, String paymentToken) {
        var placed = customer.checkOut(paymentToken);
        assertThat(placed.status()).as("%s", placed.body()).isEqualTo(201);
        return placed.header("Location");
    }

    public static Map<String, Object> awaitStatus(Shop.Client client, String order, String status) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(client.get(order).body().get("orderStatus")).isEqualTo(status));
        return client.get(order).body();
    }

    /** Returns the only entry of a list. */
    @SuppressWarnings("unchecked") // JSON
    public static Map<String, Object> only(Shop.Client client, String path) {
        var collection = (List<Map<String, Object>>) client.get(path).body().get("collection");
        assertThat(collection).as(path).hasSize(1);
        return collection.getFirst();
    }

    public static long quantity(Shop shop, Object productId) {
        var product =
                new ShopClient(shop.gateway()).send("GET", "/api/products/" + productId, "", null, ShopClient.FRESH);
        return product.number("quantity");
    }
}
