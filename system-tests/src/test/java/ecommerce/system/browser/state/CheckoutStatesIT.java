package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.addToCart;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.fillAddress;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.register;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import com.microsoft.playwright.Route;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.flow.Purchase;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InBrowser
class CheckoutStatesIT {

    private static final String PAGE = "shop/checkout/checkout";

    @Test
    void askForAnAddressAndConsent(ShopBrowser browser) {
        var productId = Purchase.stockedProduct(browser.shop(), 9).get("productId");
        var visitor = browser.visitor();
        register(visitor.open("/app/register"));
        addToCart(visitor, productId, 1);
        visitor.open("/app/checkout").shows(PAGE, "first address");

        fillAddress(visitor);
        visitor.fill("City", " ").press("Order and pay");
        visitor.shows(PAGE, "invalid address");

        browser.shop().staff().patch("/api/products/" + productId, Map.of("priceUnit", "15.00"));
        visitor.fill("City", "Springfield").press("Order and pay");
        visitor.shows(PAGE, "new price");
        visitor.open("/app/checkout").shows(PAGE, "stored address");

        visitor.speak("es").open("/app/checkout").isInSpanish();
        visitor.open("/app/cart").isInSpanish();
    }

    /** The payment provider is down, so the order stays pending. The test doesn't let the page load again. */
    @Test
    void showAnOrderThatIsPending(ShopBrowser browser) {
        var shop = browser.shop();
        var account = newAccount(shop);
        var customer = client(shop, account);
        Purchase.putInCart(customer, Purchase.stockedProduct(shop, 9).get("productId"), 1);
        var order = Purchase.checkOut(customer, "tok_down");
        var visitor = browser.visitor();
        signIn(visitor, account);
        visitor.open(order.replace("/api", "/app"));
        visitor.page().route("**/app/orders/*", Route::abort);
        visitor.shows("shop/orders/order", "pending");
    }
}
