package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.CARD;
import static ecommerce.system.browser.shop.ShoppingSteps.DECLINED_CARD;
import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.awaitStatus;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.fillAddress;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.order;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import ecommerce.system.flow.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders a cart with one piece for $12.50. */
@InBrowser
class CheckingOutIT {

    private Shop shop;
    private Account account;
    private Shop.Client client;
    private Object productId;
    private Visitor visitor;

    @BeforeEach
    void fillCart(ShopBrowser browser) {
        shop = browser.shop();
        account = newAccount(shop);
        client = client(shop, account);
        productId = Purchase.stockedProduct(shop, 9).get("productId");
        Purchase.putInCart(client, productId, 1);
        visitor = browser.visitor();
        signIn(visitor, account);
        visitor.open("/app/checkout");
    }

    @Test
    void paysWithAnotherCardAfterADeclineAndRetypesNothing() {
        visitor.field("A new address").check();
        fillAddress(visitor);
        visitor.fill("A note for us (optional)", "Ring twice");
        order(visitor, DECLINED_CARD);
        awaitStatus(visitor, "Rejected");

        visitor.follow("Try another card");

        assertThat(visitor.field("1 Main Street, 12345 Springfield")).isChecked();
        assertThat(visitor.field("A note for us (optional)")).hasValue("Ring twice");
        order(visitor, CARD);
        awaitStatus(visitor, PAID);
        visitor.sees("Ring twice").sees("1 Main Street, 12345 Springfield");
        assertThat(payments("CAPTURED")).containsExactly(12.5);
    }

    @Test
    void chargesARaisedPriceOnlyAfterConsent() {
        visitor.sees("You order for $12.50.");
        var raised = shop.staff().patch("/api/products/" + productId, Map.of("priceUnit", "15.00"));
        assertThat(raised.status()).isEqualTo(200);

        visitor.select("Pay with", CARD).press("Order and pay");

        visitor.sees("Prices have changed, so nothing is ordered yet.").sees("$12.50 → $15.00");
        assertThat(orders()).isEmpty();
        visitor.sees("You order for $15.00.");
        order(visitor, CARD);
        awaitStatus(visitor, PAID);
        assertThat(payments("CAPTURED")).containsExactly(15.0);
    }

    /** Sends the form a second time while the browser waits for the first answer. */
    @Test
    void ordersOnceIfTheFormIsSentTwice() {
        var answers = new ArrayList<Integer>();
        visitor.page().route("**/app/checkout", route -> {
            answers.add(route.fetch(new Route.FetchOptions().setMaxRedirects(0)).status());
            route.resume();
        });

        order(visitor, CARD);

        assertThat(answers).containsExactly(302);
        awaitStatus(visitor, PAID);
        assertThat(orders()).hasSize(1);
        assertThat(payments("CAPTURED")).containsExactly(12.5);
        assertThat(Purchase.quantity(shop, productId)).isEqualTo(8);
    }

    @Test
    void ordersOnceIfTheButtonIsDoubleClicked() {
        visitor.select("Pay with", CARD);
        visitor.button("Order and pay").dblclick();

        awaitStatus(visitor, PAID);
        assertThat(orders()).hasSize(1);
        assertThat(payments("CAPTURED")).containsExactly(12.5);
    }

    private List<?> orders() {
        return collection("/api/orders?userId=me");
    }

    private List<Object> payments(String status) {
        return collection("/api/payments?userId=me").stream()
                .map(payment -> (Map<?, ?>) payment)
                .filter(payment -> status.equals(payment.get("paymentStatus")))
                .<Object>map(payment -> payment.get("capturedAmount"))
                .toList();
    }

    private List<?> collection(String path) {
        return (List<?>) client.get(path).body().get("collection");
    }
}
