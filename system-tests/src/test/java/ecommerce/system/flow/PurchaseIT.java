package ecommerce.system.flow;

import static ecommerce.system.flow.Purchase.awaitStatus;
import static ecommerce.system.flow.Purchase.checkOut;
import static ecommerce.system.flow.Purchase.only;
import static ecommerce.system.flow.Purchase.putInCart;
import static ecommerce.system.flow.Purchase.quantity;
import static ecommerce.system.flow.Purchase.stockedProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningShop.class)
class PurchaseIT {

    private Shop shop;
    private Shop.Client customer;
    private Object productId;

    @BeforeEach
    void enter(Shop shop) {
        this.shop = shop;
        customer = shop.newCustomer();
        productId = stockedProduct(shop, 5).get("productId");
    }

    @Test
    void deliversAnOrderOfANewCustomer() {
        putInCart(customer, productId, 2);
        var order = checkOut(customer, "tok_approved");
        var confirmed = awaitStatus(customer, order, "CONFIRMED");

        assertThat(confirmed.get("orderFee")).isEqualTo(25.0);
        assertThat(quantity(shop, productId)).isEqualTo(3);
        var orderId = confirmed.get("orderId");
        assertThat(only(customer, "/api/payments?orderId=" + orderId))
                .containsEntry("paymentStatus", "CAPTURED")
                .containsEntry("capturedAmount", 25.0);
        var shipping = "/api/shippings/"
                + only(customer, "/api/shippings?orderId=" + orderId).get("shippingId");
        await().untilAsserted(() -> assertThat(customer.get(shipping).body()).containsEntry("shippingStatus", "READY"));

        assertThat(customer.patch(shipping, Map.of("shippingStatus", "SHIPPED")).status())
                .isEqualTo(403);
        shop.staff().patch(shipping, Map.of("shippingStatus", "SHIPPED", "trackingNumber", "T1"));
        awaitStatus(customer, order, "SHIPPED");
        shop.staff().patch(shipping, Map.of("shippingStatus", "DELIVERED"));
        awaitStatus(customer, order, "DELIVERED");
    }

    /** The order and its parcel have copies of all that they need. */
    @Test
    void deliversAndTakesBackAnOrderWhoseCustomerAddressProductAndCategoryAreDeleted() {
        putInCart(customer, productId, 1);
        var order = checkOut(customer, "tok_approved");
        var confirmed = awaitStatus(customer, order, "CONFIRMED");
        var ofOrder = "?orderId=" + confirmed.get("orderId");
        var staff = shop.staff();
        var parcel = "/api/shippings/" + only(staff, "/api/shippings" + ofOrder).get("shippingId");
        await().untilAsserted(() -> assertThat(staff.get(parcel).body()).containsEntry("shippingStatus", "READY"));
        var category =
                (Map<?, ?>) staff.get("/api/products/" + productId).body().get("category");
        var addressId = only(customer, "/api/addresses").get("addressId");

        var deleted = List.of(
                customer.delete("/api/addresses/" + addressId).status(),
                staff.delete("/api/products/" + productId).status(),
                staff.delete("/api/categories/" + category.get("categoryId")).status(),
                customer.delete("/api/users/" + confirmed.get("userId")).status());
        assertThat(deleted).containsOnly(204);

        staff.patch(parcel, Map.of("shippingStatus", "SHIPPED"));
        staff.patch(parcel, Map.of("shippingStatus", "DELIVERED"));
        awaitStatus(staff, order, "DELIVERED");
        assertThat(staff.get(parcel).body().toString()).contains("Casey Customer", "@example.com", "Calle 10");
        assertThat(staff.post(order + "/return", Map.of("reason", "Too big")).status())
                .isIn(200, 202);
        awaitStatus(staff, order, "RETURNED");
        await().untilAsserted(() -> assertThat(only(staff, "/api/payments" + ofOrder))
                .containsEntry("paymentStatus", "REFUNDED")
                .containsEntry("refundedAmount", 12.5));
    }

    @Test
    void refusesACheckoutOfSoldOutProducts() {
        putInCart(customer, productId, 2);
        shop.staff()
                .postOnce(
                        "/api/products/%s/stock/movements".formatted(productId),
                        Map.of("quantity", -4, "reason", "DAMAGED"));

        var refused = customer.checkOut("tok_approved");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).containsKey("unavailable");
        assertThat(quantity(shop, productId)).isEqualTo(1);
        assertThat(customer.get("/api/orders").body().get("page")).hasFieldOrPropertyWithValue("totalElements", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_insufficient_funds"})
    void rejectsADeclinedPaymentAndReleasesTheStock(String paymentToken) {
        putInCart(customer, productId, 2);
        var order = checkOut(customer, paymentToken);

        var rejected = awaitStatus(customer, order, "REJECTED");

        assertThat((String) rejected.get("reason")).startsWith("Payment declined");
        assertThat(quantity(shop, productId)).isEqualTo(5);
        assertThat(only(customer, "/api/payments?orderId=" + rejected.get("orderId")))
                .containsEntry("paymentStatus", "DECLINED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_slow", "tok_charge_then_timeout", "tok_fails_then_works"})
    void chargesOnceHoweverThePaymentProviderBehaves(String paymentToken) {
        putInCart(customer, productId, 1);
        var order = checkOut(customer, paymentToken);

        var confirmed = awaitStatus(customer, order, "CONFIRMED");

        assertThat(only(customer, "/api/payments?orderId=" + confirmed.get("orderId")))
                .containsEntry("capturedAmount", 12.5);
        assertThat(quantity(shop, productId)).isEqualTo(4);
    }

    @Test
    void hidesAnOrderFromOtherCustomers() {
        putInCart(customer, productId, 1);
        var order = checkOut(customer, "tok_approved");

        assertThat(shop.newCustomer().get(order).status()).isEqualTo(404);
        assertThat(shop.anybody().get(order).status()).isEqualTo(401);
        assertThat(shop.staff().get(order).status()).isEqualTo(200);
    }

    @Test
    void showsFavouritesWithTheirProducts() {
        assertThat(customer.post("/api/favourites", Map.of("productId", productId))
                        .status())
                .isEqualTo(201);
        assertThat(only(customer, "/api/favourites").get("product")).hasFieldOrPropertyWithValue("priceUnit", 12.5);
    }
}
