package ecommerce.system.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.FocusedPage;
import ecommerce.system.browser.shop.Keyboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses the desk with the keyboard, with a screen reader, and on paper. */
@InBrowser
class UsingTheDeskIT {

    private static final String NAVIGATION = "header, footer, nav, form, button, .button";

    private static DeskStaff staff;

    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = staff.window(browser);
    }

    @Test
    void walksThroughATableWithTheArrowKeys() {
        visitor.open("/app/desk/products?sort=sku");
        var titles = visitor.page().locator("tbody td:first-child a");
        new Keyboard(visitor).moveTo(titles.first().textContent().strip());
        assertThat(titles.first()).isFocused();
        press("ArrowUp");
        assertThat(titles.first()).isFocused();

        press("ArrowDown");
        press("ArrowDown");
        press("ArrowDown");
        press("ArrowUp");

        assertThat(titles.nth(2)).isFocused();
        var title = titles.nth(2).textContent().strip();
        new Keyboard(visitor).enter();
        assertThat(visitor.page().locator("h1")).hasText(title);
    }

    @Test
    void movesToTheSearchForOrdersUnlessTheShortcutIsOff() {
        var search = "Find an order by its number, or by the recipient’s name or email";
        visitor.open("/app/desk/stock");
        press("/");
        assertThat(visitor.field(search)).isFocused();

        visitor.press("Turn the shortcut off").sees("Turn the shortcut on");
        press("/");
        assertThat(visitor.field(search)).not().isFocused();
    }

    private void press(String key) {
        visitor.page().keyboard().press(key);
    }

    @Test
    void showsWhereTheFocusIs() {
        FocusedPage.check(visitor.open("/app/desk"));
        FocusedPage.check(visitor.open("/app/desk/orders"));
        FocusedPage.check(visitor.open("/app/desk/products/1/edit"));
        FocusedPage.check(visitor.open("/app/desk/imports"));
    }

    @Test
    void announcesWhatAFormHasDoneAndWhatIsWrongWithIt(ShopBrowser browser) {
        var page = "/app/desk/products/"
                + CustomerOrder.place(browser.shop(), 1).product().get("productId");
        visitor.open(page + "/edit").fill("Price (USD)", "cheap").press("Save");
        assertThat(part(AriaRole.ALERT, "Something is missing or wrong.")).isVisible();
        assertThat(visitor.field("Price (USD)")).hasAccessibleDescription(Pattern.compile("must be an amount"));

        visitor.fill("Price (USD)", "15.00").press("Save");
        assertThat(part(AriaRole.STATUS, "The product is saved.")).isVisible();
    }

    private Locator part(AriaRole role, String text) {
        return visitor.page().getByRole(role).filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void printsAnOrderAndAPackingSlipWithoutNavigation(ShopBrowser browser) {
        var order = CustomerOrder.place(browser.shop(), 1);
        var parcel = order.readyParcelPage();
        print(visitor.open(order.deskPage()));
        visitor.sees("Order " + order.number()).sees(order.title()).sees("$12.50");
        print(visitor.open(parcel + "/slip"));
        visitor.sees("Packing slip").sees(order.title());
        assertThat(visitor.page().locator("main")).not().containsText("$");

        var customer = browser.visitor();
        signIn(customer, order.account());
        print(customer.open(order.shopPage()));
        customer.sees("Order " + order.number()).sees(order.title()).sees("$12.50");
    }

    private static void print(Visitor reader) {
        reader.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var navigation = reader.page().locator(NAVIGATION).filter(new Locator.FilterOptions().setVisible(true));
        assertThat(navigation).hasCount(0);
    }
}
