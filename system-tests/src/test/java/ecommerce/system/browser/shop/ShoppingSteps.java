package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import ecommerce.system.Shop;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import ecommerce.system.client.ShopClient;
import java.util.regex.Pattern;

/** What customers do at the web shop's pages, for several tests. */
public final class ShoppingSteps {

    public static final String CARD = "Card that works";
    public static final String DECLINED_CARD = "Card that is declined";
    public static final String PAID = "Paid and confirmed";

    private static final Pattern ORDER = Pattern.compile("/app/orders/[0-9]+$");

    /** Milliseconds. */
    private static final int PATIENCE = 60_000;

    private ShoppingSteps() {}

    /** Registers a customer with an address through the API. The token is in the account. */
    public static Account newAccount(Shop shop) {
        return Account.register(new ShopClient(shop.gateway()));
    }

    public static Shop.Client client(Shop shop, Account account) {
        return new Shop.Client(shop.gateway(), account.token());
    }

    public static void signIn(Visitor visitor, Account account) {
        signIn(visitor, account.username(), Account.PASSWORD);
    }

    public static void signIn(Visitor visitor, String username, String password) {
        visitor.open("/app/sign-in");
        enter(visitor, username, password);
    }

    /** Sends the form of the current page, which asks for a sign-in. */
    public static void enter(Visitor visitor, String username, String password) {
        visitor.fill("User name", username).fill("Password", password).press("Sign in");
        visitor.sees("Sign out " + username);
    }

    /** Sends the form of the current page, which registers a customer. */
    public static void register(Visitor visitor) {
        var username = "ann-" + System.nanoTime();
        visitor.fill("First name", "Ann")
                .fill("Last name", "Lee")
                .fill("Email", username + "@example.com")
                .fill("User name", username)
                .fill("Password", "four words are long")
                .press("Register");
        visitor.sees("Welcome, Ann.");
    }

    public static void addToCart(Visitor visitor, Object productId, int pieces) {
        visitor.open("/app/p/" + productId);
        // The first button is the product's own. Those of related products follow.
        visitor.fill("Pieces", Integer.toString(pieces))
                .button("Add to cart")
                .first()
                .click();
        visitor.sees("is in your cart.");
    }

    public static void fillAddress(Visitor visitor) {
        visitor.fill("Street and number", "1 Main Street")
                .fill("Postal code", "12345")
                .fill("City", "Springfield");
    }

    /** Sends the form of the checkout, and returns the number of the order. */
    public static String order(Visitor visitor, String card) {
        visitor.select("Pay with", card).press("Order and pay");
        visitor.page().waitForURL(ORDER);
        return visitor.path().replace("/app/orders/", "");
    }

    /** Waits on the page of an order, which loads again by itself. */
    public static void awaitStatus(Visitor visitor, String status) {
        assertThat(visitor.page().locator("main .status"))
                .hasText(status, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }
}
