package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads the parts of pages that screen readers announce. htmx must change what is in such a part, not the part itself. */
@InBrowser
class AnnouncementsIT {

    private static final String MARK = "part => part.dataset.marked = 'yes'";
    private static final String MARKED = "yes";

    private Visitor visitor;

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = browser.visitor();
    }

    @Test
    void tellTheNumberOfSuggestions() {
        visitor.open("/app/");
        var number = visitor.page().locator("#suggestion-count");
        number.evaluate(MARK);

        visitor.field("Search the catalogue").pressSequentially("headph");

        assertThat(number).hasText(Pattern.compile("[1-9][0-9]* suggestions? after the search field"));
        visitor.fill("Search the catalogue", "zzzzqqqq");
        assertThat(number).hasText("No suggestions");
        assertThat(number).hasAttribute("data-marked", MARKED);
        assertThat(number).hasRole(AriaRole.STATUS);
    }

    @Test
    void tellWhatAFormHasDoneAndWhatIsWrongWithIt() {
        visitor.open("/app/sign-in").fill("User name", "nobody").fill("Password", "wrong");
        visitor.press("Sign in");
        assertThat(part(AriaRole.ALERT, "The user name or the password is wrong."))
                .isVisible();

        ShoppingSteps.register(visitor.open("/app/register"));
        assertThat(part(AriaRole.STATUS, "Welcome, Ann.")).isVisible();
    }

    @Test
    void tellTheNewStatusOfAnOrder(ShopBrowser browser) {
        var shop = browser.shop();
        var account = newAccount(shop);
        var customer = client(shop, account);
        Purchase.putInCart(customer, Purchase.stockedProduct(shop, 9).get("productId"), 1);
        var order = Purchase.checkOut(customer, "tok_approved");
        Purchase.awaitStatus(customer, order, "CONFIRMED");
        var parcel = Deliveries.ship(shop, order);
        signIn(visitor, account);
        visitor.open(order.replace("/api", "/app"));
        var status = visitor.page().locator("#order-status");
        assertThat(status).containsText("On its way");
        status.evaluate(MARK);

        shop.staff().patch(parcel, Map.of("shippingStatus", "DELIVERED"));

        assertThat(status).containsText("Delivered");
        assertThat(status).hasAttribute("data-marked", MARKED);
        assertThat(status).hasRole(AriaRole.STATUS);
    }

    private Locator part(AriaRole role, String text) {
        return visitor.page().getByRole(role).filter(new Locator.FilterOptions().setHasText(text));
    }
}
