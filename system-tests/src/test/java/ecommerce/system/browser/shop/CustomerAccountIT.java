package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps what belongs to a customer. */
@InBrowser
class CustomerAccountIT {

    private Shop shop;
    private Visitor visitor;

    @BeforeEach
    void enter(ShopBrowser browser) {
        shop = browser.shop();
        visitor = browser.visitor();
        signIn(visitor, newAccount(shop));
    }

    @Test
    void keepsFavouritesUntilTheyAreRemoved() {
        var product = Purchase.stockedProduct(shop, 9);
        var title = product.get("productTitle").toString();
        visitor.open("/app/p/" + product.get("productId")).press("♡ Add to favourites");
        visitor.sees("%s is one of your favourites.".formatted(title));

        visitor.open("/app/favourites").link(title).click();
        visitor.sees("♥ Remove from favourites").open("/app/favourites").press("♥ Remove from favourites");

        visitor.sees("%s is no longer a favourite.".formatted(title)).sees("You have no favourites yet.");
    }

    @Test
    void addsChangesAndDeletesAnAddress() {
        visitor.open("/app/account/addresses").sees("Calle 10, 760044 Cali");
        ShoppingSteps.fillAddress(visitor);
        visitor.press("Save").sees("1 Main Street, 12345 Springfield");

        visitor.follow("Edit 1 Main Street");
        assertThat(visitor.field("Street and number")).hasValue("1 Main Street");
        visitor.fill("Street and number", "2 Side Street").press("Save");
        visitor.sees("2 Side Street, 12345 Springfield");

        visitor.press("Delete Calle 10").sees("The address is deleted.");
        visitor.open("/app/account/addresses");
        assertThat(visitor.page().getByText("2 Side Street, 12345 Springfield")).hasCount(1);
        assertThat(visitor.page().getByText("Calle 10")).hasCount(0);
    }
}
