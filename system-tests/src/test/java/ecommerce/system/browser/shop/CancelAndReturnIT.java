package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.awaitStatus;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cancels and returns an order of two pieces for $25.00. */
@InBrowser
class CancelAndReturnIT {

    private Shop shop;
    private Shop.Client client;
    private Visitor visitor;
    private String order;
    private String page;

    @BeforeEach
    void order(ShopBrowser browser) {
        shop = browser.shop();
        var account = newAccount(shop);
        client = client(shop, account);
        Purchase.putInCart(client, Purchase.stockedProduct(shop, 9).get("productId"), 2);
        order = Purchase.checkOut(client, "tok_approved");
        page = order.replace("/api", "/app");
        Purchase.awaitStatus(client, order, "CONFIRMED");
        visitor = browser.visitor();
        signIn(visitor, account);
    }

    @Test
    void cancelsAnOrderAndShowsTheRefund() {
        visitor.open(page).follow("Cancel the order");

        visitor.press("Cancel the order");

        visitor.sees("The order is cancelled, or will be in a moment.");
        Purchase.awaitStatus(client, order, "CANCELLED");
        var payments = "/api/payments?orderId=" + order.substring(order.lastIndexOf('/') + 1);
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        Purchase.only(client, payments).get("paymentStatus").equals("REFUNDED"));
        visitor.open(page);
        awaitStatus(visitor, "Cancelled");
        assertThat(visitor.page().getByText("Paid back to you").locator("..")).containsText("$25.00");
    }

    @Test
    void requestsAReturnOfADeliveredOrder() {
        Deliveries.deliver(shop, order);
        visitor.open(page).follow("Request a return");
        visitor.sees("Choose the pieces that you want to return.");
        visitor.page().getByLabel("pieces to return, of 2").fill("1");
        visitor.fill("Why do you return them?", "Too big");

        visitor.press("Request a return");

        visitor.sees("Your return is requested.").sees("Return: requested").sees("1 × Product");
        assertThat(visitor.link("Request a return")).hasCount(0);
        awaitStatus(visitor, "Delivered");
    }
}
