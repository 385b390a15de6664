package ecommerce.system.browser.desk;

import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import ecommerce.system.Shop;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import ecommerce.system.flow.Purchase;
import java.time.Duration;
import java.util.Map;

/**
 * A customer's order of a product that nobody else buys, for $12.50 a piece. Prepared and read through the API.
 *
 * @param path the path of the order in the API
 */
public record CustomerOrder(
        Shop shop, Account account, Shop.Client customer, Map<String, Object> product, String path) {

    /** The pieces of the product before the order. */
    static final int STOCK = 9;

    /** Places the order of a new customer, and waits until it is paid. */
    public static CustomerOrder place(Shop shop, int pieces) {
        var order = place(shop, newAccount(shop), pieces, "tok_approved");
        order.awaitStatus("CONFIRMED");
        return order;
    }

    static CustomerOrder place(Shop shop, Account account, int pieces, String paymentToken) {
        var customer = client(shop, account);
        var product = Purchase.stockedProduct(shop, STOCK);
        Purchase.putInCart(customer, product.get("productId"), pieces);
        return new CustomerOrder(shop, account, customer, product, Purchase.checkOut(customer, paymentToken));
    }

    public String number() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String title() {
        return product.get("productTitle").toString();
    }

    /** Returns the page of the order at the desk. */
    public String deskPage() {
        return "/app/desk/orders/" + number();
    }

    /** Returns the page of the order in the web shop. */
    public String shopPage() {
        return "/app/orders/" + number();
    }

    /** Waits until the only parcel can be packed, and returns its page at the desk. */
    public String readyParcelPage() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(parcel()).containsEntry("shippingStatus", "READY"));
        return "/app/desk/parcels/" + parcel().get("shippingId");
    }

    /** Returns the only parcel. */
    Map<String, Object> parcel() {
        return Purchase.only(customer, "/api/shippings?orderId=" + number());
    }

    public Map<String, Object> payment() {
        return Purchase.only(customer, "/api/payments?orderId=" + number());
    }

    void awaitStatus(String status) {
        Purchase.awaitStatus(customer, path, status);
    }

    /** Waits until the customer has got back an amount in dollars in all, and looks for it on the order's page at the desk. */
    void awaitRefunded(double amount, Visitor staff) {
        awaitRefunded(amount);
        staff.open(deskPage());
        var refunded = staff.page().locator(".between", new Page.LocatorOptions().setHasText("Refunded"));
        PlaywrightAssertions.assertThat(refunded).containsText("$%.2f".formatted(amount));
    }

    private void awaitRefunded(double amount) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(payment()).containsEntry("refundedAmount", amount));
    }

    /** Returns how many pieces of the product can be sold now. */
    long sellablePieces() {
        return Purchase.quantity(shop, product.get("productId"));
    }
}
