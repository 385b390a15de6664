package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches, and sees where the focus is, without a mouse. */
@InBrowser
class UsingTheKeyboardIT {

    private static final String SEARCH = "Search the catalogue";
    private static final String SUGGESTIONS = "#suggestions a";

    private Visitor visitor;

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = browser.visitor();
    }

    @Test
    void searchesAfterASlashUnlessTheShortcutIsOff() {
        visitor.open("/app/");
        press("/");
        assertThat(visitor.field(SEARCH)).isFocused();
        press("/");
        assertThat(visitor.field(SEARCH)).hasValue("/");

        visitor.press("Turn the shortcut off").sees("Turn the shortcut on");
        press("/");
        assertThat(visitor.field(SEARCH)).not().isFocused();
    }

    @Test
    void closesTheSuggestionsWithEscape() {
        openSuggestions();
        press("Tab");
        assertThat(visitor.page().locator(SUGGESTIONS).first()).isFocused();

        press("Escape");

        assertThat(visitor.field(SEARCH)).isFocused();
        assertThat(visitor.page().locator(SUGGESTIONS)).hasCount(0);
        assertThat(visitor.field(SEARCH)).hasValue("headph");
    }

    @Test
    void opensASuggestionWithTheKeyboard() {
        openSuggestions();
        var title = visitor.page().locator(SUGGESTIONS).first().textContent();

        new Keyboard(visitor).activate(title);

        visitor.sees("Article");
        assertThat(visitor.page().locator("h1")).hasText(title);
    }

    private void openSuggestions() {
        visitor.open("/app/").field(SEARCH).pressSequentially("headph");
        visitor.page().locator(SUGGESTIONS).first().waitFor();
    }

    @Test
    void showsWhereTheFocusIs(ShopBrowser browser) {
        var account = newAccount(browser.shop());
        var product = Purchase.stockedProduct(browser.shop(), 9).get("productId");
        Purchase.putInCart(client(browser.shop(), account), product, 1);
        FocusedPage.check(visitor.open("/app/sign-in"));
        signIn(visitor, account);
        FocusedPage.check(visitor.open("/app/search?q=lamp"));
        FocusedPage.check(visitor.open("/app/p/" + product));
        FocusedPage.check(visitor.open("/app/cart"));
        FocusedPage.check(visitor.open("/app/checkout"));
    }

    private void press(String key) {
        visitor.page().keyboard().press(key);
    }
}
