package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.addToCart;
import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.flow.Purchase;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InBrowser
class CartStatesIT {

    @Test
    void tellWhatCannotBeOrdered(ShopBrowser browser) {
        var shop = browser.shop();
        var product = "/api/products/" + Purchase.stockedProduct(shop, 3).get("productId");
        var productId = product.substring(product.lastIndexOf('/') + 1);
        var account = newAccount(shop);
        client(shop, account).post("/api/favourites", Map.of("productId", productId));
        var visitor = browser.visitor();
        signIn(visitor, account);
        addToCart(visitor, productId, 2);
        visitor.open("/app/cart").shows("shop/cart/cart", "cart");
        visitor.withoutChecks().page().locator("input[name=quantity]").fill("1.5");
        visitor.press("Change").shows("shop/cart/cart", "wrong number of pieces");

        var damaged = Map.of("quantity", -2, "reason", "DAMAGED");
        assertThat(shop.staff().postOnce(product + "/stock/movements", damaged).status())
                .isBetween(200, 201);
        visitor.open("/app/cart").shows("shop/cart/cart", "too few pieces in stock");
        visitor.open("/app/checkout").shows("shop/checkout/checkout", "too few pieces in stock");

        assertThat(shop.staff().delete(product).status()).isEqualTo(204);
        visitor.open("/app/cart").shows("shop/cart/cart", "deleted product");
        visitor.open("/app/favourites").shows("shop/favourites/favourites", "deleted product");
    }
}
