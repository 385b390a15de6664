package ecommerce.system.browser;

import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.addToCart;
import static ecommerce.system.browser.shop.ShoppingSteps.awaitStatus;
import static ecommerce.system.browser.shop.ShoppingSteps.order;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import ecommerce.system.browser.shop.ShoppingSteps;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the web shop and the desk in {@code docs/images}. Run by {@code docs/screenshots}, and by no build. */
@InBrowser
class Screenshots {

    private static final Path FOLDER = Path.of("..", "docs", "images");
    private static final int LARGEST = 100 * 1024;

    private Visitor visitor;

    @Test
    void showTheShopAndItsDesk(ShopBrowser browser) {
        visitor = browser.visitor();
        take("home", "/app/");
        take("listing", "/app/search?q=wireless&sort=priceUnit,asc");
        take("product", "/app/p/17");
        signIn(visitor, "alice", "alice-password");
        addToCart(visitor, 17, 1);
        addToCart(visitor, 42, 2);
        take("cart", "/app/cart");
        take("checkout", "/app/checkout");
        var order = order(visitor, ShoppingSteps.CARD);
        awaitStatus(visitor, PAID);
        take("order", "/app/orders/" + order);

        visitor = browser.visitor();
        signIn(visitor, "admin", browser.shop().staffPassword());
        take("desk", "/app/desk");
        take("desk-order", "/app/desk/orders/" + order);
        take("desk-parcels", "/app/desk/parcels");
        take("desk-stock", "/app/desk/products/17/stock");
    }

    private void take(String name, String address) {
        visitor.open(address);
        visitor.page().waitForLoadState();
        var picture = visitor.page().screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        assertThat(picture).as("bytes of " + name).hasSizeLessThan(LARGEST);
    }
}
