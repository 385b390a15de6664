package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes a customer's order at the staff's desk of the running shop. */
@ExtendWith(RunningShop.class)
class OrderDeskIT {

    private Shop shop;
    private FormBrowser browser;
    private Shop.Client customer;
    private long productId;
    private String order;
    private String page;

    @BeforeEach
    void buyAndOpenTheOrderAtTheDesk(Shop shop) {
        this.shop = shop;
        customer = shop.newCustomer();
        productId = ((Number) Purchase.stockedProduct(shop, 5).get("productId")).longValue();
        Purchase.putInCart(customer, productId, 4);
        order = Purchase.checkOut(customer, "tok_approved");
        Purchase.awaitStatus(customer, order, "CONFIRMED");
        page = "/app/desk/orders/" + id();
        browser = new FormBrowser(shop.gateway());
        assertThat(browser.open(page).path()).isEqualTo("/app/sign-in");
        browser.submit("/app/sign-in", Map.of("username", "admin", "password", shop.staffPassword()));
        assertThat(browser.page().html()).contains("Paid and confirmed", "Payment: Captured");
    }

    @Test
    void cancelsAnOrder() {
        browser.open(page + "/cancellation");
        assertThat(browser.page().html()).contains("Refund: $50.00.");
        browser.submit(page + "/cancellation", Map.of("reason", "Asked by phone"));

        assertThat(Purchase.awaitStatus(customer, order, "CANCELLED")).containsEntry("reason", "Asked by phone");
        assertThat(browser.open("/app/desk/orders?orderStatus=CANCELLED").html())
                .contains(page);
        assertThat(browser.open("/app/orders").html()).doesNotContain(page.replace("/desk", ""));
    }

    /** Two pieces cost $12.50 each, and $2.00 of the payment are refunded apart from them. */
    @Test
    void refundsCancelsAndReturnsPartsOfAnOrder() {
        browser.submit(page + "/notes", Map.of("text", "Called the customer"));
        var payment = Purchase.only(shop.staff(), "/api/payments?orderId=" + id());
        var refund = page + "/payments/" + payment.get("paymentId") + "/refund";
        browser.open(refund + "?amount=2.00");
        browser.submit(refund, Map.of("reason", "Scratched"));
        browser.open(page + "/cancellation?pieces-%d=1".formatted(productId));
        browser.submit(page + "/cancellation", Map.of("reason", "Asked by phone"));
        awaitRefunded(14.5);
        deliver();
        browser.open(page + "/return?pieces-%d=1".formatted(productId));
        browser.submit(page + "/return", Map.of("restock", "false"));
        awaitRefunded(27.0);

        assertThat(Purchase.quantity(shop, productId)).isEqualTo(2);
        assertThat(browser.open(page).html())
                .contains("1 cancelled", "1 returned", "Note – Called the customer", "Refund: requested – Scratched")
                .contains("Asked by phone", "(admin)")
                .doesNotContain("Missing:");
    }

    private void deliver() {
        var staff = shop.staff();
        var parcel = "/api/shippings/"
                + Purchase.only(staff, "/api/shippings?orderId=" + id()).get("shippingId");
        await().untilAsserted(() -> assertThat(staff.get(parcel).body()).containsEntry("shippingStatus", "READY"));
        staff.patch(parcel, Map.of("shippingStatus", "SHIPPED"));
        Purchase.awaitStatus(customer, order, "SHIPPED");
        staff.patch(parcel, Map.of("shippingStatus", "DELIVERED"));
        Purchase.awaitStatus(customer, order, "DELIVERED");
    }

    private void awaitRefunded(double amount) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Purchase.only(customer, "/api/payments?orderId=" + id()))
                        .containsEntry("refundedAmount", amount));
    }

    private String id() {
        return order.substring(order.lastIndexOf('/') + 1);
    }
}
