package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.CARD;
import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.addToCart;
import static ecommerce.system.browser.shop.ShoppingSteps.awaitStatus;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Concurrency;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.SuspendedServices;
import ecommerce.system.flow.Purchase;
import ecommerce.system.stack.LocalStack;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@Order(Concurrency.AFTER_OTHERS)
@ResourceLock(Concurrency.SERVICES)
@InBrowser
class OutageStatesIT {

    @Test
    void tellWhatIsUnavailable(ShopBrowser browser, LocalStack stack) {
        var productId = Purchase.stockedProduct(browser.shop(), 9).get("productId");
        var visitor = browser.visitor();
        signIn(visitor, newAccount(browser.shop()));
        addToCart(visitor, productId, 1);
        visitor.open("/app/checkout").select("Pay with", CARD);
        var product = visitor.newTab();
        var favourites = visitor.newTab();
        try (var _ = SuspendedServices.suspend(
                stack, ServiceDefinition.ORDER_SERVICE, ServiceDefinition.of("favourite-service"))) {
            visitor.press("Order and pay").sees("Was it ordered?");
            product.open("/app/p/" + productId);
            favourites.open("/app/favourites");
        }
        visitor.shows("shop/checkout/unknown", "unanswered order");
        product.shows("shop/catalogue/product", "without favourites");
        assertThat(product.button("♡").count()).isZero();
        favourites.shows("error", "service unavailable");

        // The circuit breaker closes after some seconds.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> visitor.open("/app/orders").link("Order ").count() == 1);
        visitor.follow("Order ");
        awaitStatus(visitor, PAID);
    }
}
