package ecommerce.system.browser.shop;

import static ecommerce.system.browser.shop.ShoppingSteps.CARD;
import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.awaitStatus;
import static ecommerce.system.browser.shop.ShoppingSteps.fillAddress;
import static ecommerce.system.browser.shop.ShoppingSteps.order;
import static ecommerce.system.browser.shop.ShoppingSteps.register;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buys as a guest who registers: from the home page to the confirmed order. */
@InBrowser
class WholePurchaseIT {

    private Map<String, Object> product;

    @BeforeEach
    void stock(ShopBrowser browser) {
        product = Purchase.stockedProduct(browser.shop(), 9);
    }

    @Test
    void worksWithoutJavaScript(ShopBrowser browser) {
        buy(browser.visitor(browser.options().setJavaScriptEnabled(false)));

        assertThat(Purchase.quantity(browser.shop(), product.get("productId"))).isEqualTo(7);
    }

    @Test
    void needsNoSidewaysScrollInAWindowOf320Pixels(ShopBrowser browser) {
        buy(browser.visitor(browser.options().setViewportSize(320, 640)));
    }

    @Test
    void worksWithTheKeyboardAlone(ShopBrowser browser) {
        var visitor = browser.visitor();
        var keyboard = new Keyboard(visitor);
        var title = product.get("productTitle").toString();
        visitor.open("/app/");
        keyboard.type("Search the catalogue", title).enter();
        keyboard.activate("Skip to the content")
                .activate(title)
                .type("Pieces", "2")
                .enter();
        visitor.sees("is in your cart.");
        keyboard.activate("Register");
        keyboard.type("First name", "Ann").type("Last name", "Lee");
        keyboard.type("Email", "ann-%d@example.com".formatted(System.nanoTime()));
        keyboard.type("User name", "ann-" + System.nanoTime());
        keyboard.type("Password", "four words are long").enter();
        visitor.sees("Welcome, Ann.");
        keyboard.activate("Cart").activate("Check out");
        keyboard.type("Street and number", "1 Main Street").type("Postal code", "12345");
        keyboard.type("City", "Springfield").activate("Order and pay");

        awaitStatus(visitor, PAID);
        assertThat(Purchase.quantity(browser.shop(), product.get("productId"))).isEqualTo(7);
    }

    private void buy(Visitor visitor) {
        visitor.open("/app/").sees("Welcome").fits();
        visitor.fill("Search the catalogue", product.get("productTitle").toString())
                .press("Search");
        visitor.sees("1 product").fits().follow(product.get("productTitle").toString());
        visitor.sees("Article").fits().fill("Pieces", "2").press("Add to cart");
        visitor.sees("is in your cart.").fits().follow("Cart");
        visitor.sees("Your cart").fits().follow("Check out");
        visitor.sees("New here?").fits().press("Register");
        visitor.sees("Been here before?").fits();
        register(visitor);
        visitor.sees("What you order").sees("2 × Product").fits();
        fillAddress(visitor);
        order(visitor, CARD);
        awaitStatus(visitor, PAID);
        visitor.sees("$25.00").fits().link("Your orders").first().click();
        visitor.sees(PAID).fits();
    }
}
