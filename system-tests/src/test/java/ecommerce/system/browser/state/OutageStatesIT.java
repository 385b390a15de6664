package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.CARD;
import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.addToCart;
import static ecommerce.system.browser.shop.ShoppingSteps.awaitStatus;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.flow.Purchase;
import ecommerce.system.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suspends services, which then don't answer. They go on at once afterwards, unlike services that start again. */
@InBrowser
class OutageStatesIT {

    private static final List<ServiceDefinition> SUSPENDED =
            List.of(ServiceDefinition.ORDER_SERVICE, ServiceDefinition.of("favourite-service"));

    private LocalStack stack;

    @BeforeEach
    void enter(LocalStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void resume() throws Exception {
        signal("-CONT");
    }

    @Test
    void tellWhatIsUnavailable(ShopBrowser browser) throws Exception {
        var productId = Purchase.stockedProduct(browser.shop(), 9).get("productId");
        var visitor = browser.visitor();
        signIn(visitor, newAccount(browser.shop()));
        addToCart(visitor, productId, 1);
        visitor.open("/app/checkout").select("Pay with", CARD);
        signal("-STOP");

        visitor.press("Order and pay").shows("shop/checkout/unknown", "unanswered order");
        visitor.open("/app/p/" + productId).shows("shop/catalogue/product", "without favourites");
        assertThat(visitor.button("♡").count()).isZero();
        visitor.open("/app/favourites").shows("error", "service unavailable");
        signal("-CONT");

        // The circuit breaker closes after some seconds.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> visitor.open("/app/orders").link("Order ").count() == 1);
        visitor.follow("Order ");
        awaitStatus(visitor, PAID);
    }

    private void signal(String signal) throws Exception {
        for (var service : SUSPENDED) {
            var pid = stack.service(service).process().orElseThrow().pid();
            var sent = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
            assertThat(sent.waitFor()).isZero();
        }
    }
}
