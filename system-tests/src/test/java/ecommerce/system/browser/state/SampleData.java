package ecommerce.system.browser.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Shop;
import ecommerce.system.browser.shop.Deliveries;
import ecommerce.system.browser.shop.ShoppingSteps;
import ecommerce.system.client.Account;
import ecommerce.system.flow.Purchase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Products, and a customer's orders in all states, which pages of {@code docs/page-states.csv} show. */
final class SampleData {

    private final Shop shop;
    private final Shop.Client client;
    private final Object productId;

    /** The values of the names in braces. */
    private final Map<String, Object> values = new HashMap<>();

    private SampleData(Shop shop, Account customer) {
        this.shop = shop;
        this.client = ShoppingSteps.client(shop, customer);
        var product = Purchase.stockedProduct(shop, 99);
        var category = (Map<?, ?>) product.get("category");
        this.productId = product.get("productId");
        values.put("customer", customer.userId());
        values.put("staff", shop.staff().get("/api/users/me").body().get("userId"));
        values.put("product", productId);
        values.put("categoryId", category.get("categoryId"));
        values.put("category", category.get("categoryId"));
    }

    static SampleData create(Shop shop, Account customer) {
        var data = new SampleData(shop, customer);
        data.addProducts();
        data.addOrders();
        data.addCart();
        return data;
    }

    /** Returns an address with the values of the names in braces. */
    String address(String pattern) {
        var address = pattern;
        for (var value : values.entrySet()) {
            address =
                    address.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        assertThat(address).as("Give SampleData a value for each name").doesNotContain("{");
        return address;
    }

    private void addProducts() {
        values.put("few", Purchase.stockedProduct(shop, 2).get("productId"));
        values.put("soldOut", Purchase.stockedProduct(shop, 0).get("productId"));
        values.put("liked", Purchase.stockedProduct(shop, 9).get("productId"));
        values.put("deleted", Purchase.stockedProduct(shop, 3).get("productId"));
        shop.staff().delete("/api/products/" + values.get("deleted"));
        client.post("/api/favourites", Map.of("productId", values.get("liked")));
        values.put("address", Purchase.only(client, "/api/addresses").get("addressId"));
    }

    private void addOrders() {
        var rejected = order("rejected", "tok_declined");
        var orders = List.of(
                order("confirmed", "tok_approved"),
                order("cancelled", "tok_approved"),
                order("shipped", "tok_approved"),
                order("delivered", "tok_approved"),
                order("returning", "tok_approved"));
        Purchase.awaitStatus(client, rejected, "REJECTED");
        orders.forEach(order -> Purchase.awaitStatus(client, order, "CONFIRMED"));
        client.post(orders.get(1) + "/cancel", Map.of());
        Deliveries.ship(shop, orders.get(2));
        Deliveries.deliver(shop, orders.get(3));
        Deliveries.deliver(shop, orders.get(4));
        var pieces = List.of(Map.of("productId", productId, "orderedQuantity", 1));
        var requested = client.post(orders.get(4) + "/return-requests", Map.of("items", pieces, "reason", "Too big"));
        assertThat(requested.status()).as("%s", requested.body()).isBetween(200, 202);
        values.put(
                "amendment",
                Purchase.only(client, orders.get(4) + "/amendments").get("amendmentId"));
        values.put(
                "payment",
                Purchase.only(client, "/api/payments?orderId=" + values.get("confirmed"))
                        .get("paymentId"));
        addParcel("parcel", "confirmed");
        addParcel("shippedParcel", "shipped");
        addParcel("deliveredParcel", "delivered");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(Purchase.only(client, "/api/payments?orderId=" + values.get("cancelled")))
                                .containsEntry("paymentStatus", "REFUNDED"));
    }

    private void addCart() {
        values.put(
                "orderedCart",
                Purchase.only(client, "/api/carts?cartStatus=ORDERED&size=1").get("cartId"));
        Purchase.putInCart(client, productId, 1);
        values.put("cart", Purchase.only(client, "/api/carts?cartStatus=OPEN").get("cartId"));
    }

    private void addParcel(String name, String order) {
        var parcel = Purchase.only(shop.staff(), "/api/shippings?orderId=" + values.get(order));
        values.put(name, parcel.get("shippingId"));
    }

    /** Orders two pieces, and returns the path of the order. */
    private String order(String name, String paymentToken) {
        Purchase.putInCart(client, productId, 2);
        var order = Purchase.checkOut(client, paymentToken);
        values.put(name, order.substring(order.lastIndexOf('/') + 1));
        return order;
    }
}
