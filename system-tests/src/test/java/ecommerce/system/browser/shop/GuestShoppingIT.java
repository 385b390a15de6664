package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.addToCart;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import org.junit.jupiter.api.Test;

@InBrowser
class GuestShoppingIT {

    @Test
    void mergesTheCartOfAGuestOnceAtSignIn(ShopBrowser browser) {
        var shop = browser.shop();
        var product = Purchase.stockedProduct(shop, 9);
        var account = newAccount(shop);
        Purchase.putInCart(client(shop, account), product.get("productId"), 1);
        var visitor = browser.visitor();
        addToCart(visitor, product.get("productId"), 2);

        signIn(visitor, account);

        hasPieces(visitor, product.get("productTitle"), "3");
        visitor.page().reload();
        hasPieces(visitor, product.get("productTitle"), "3");
        visitor.press("Sign out").sees("You are signed out.");
        signIn(visitor, account);
        hasPieces(visitor, product.get("productTitle"), "3");
    }

    private static void hasPieces(Visitor visitor, Object title, String pieces) {
        visitor.open("/app/cart");
        assertThat(visitor.field("Pieces of " + title)).hasValue(pieces);
    }
}
