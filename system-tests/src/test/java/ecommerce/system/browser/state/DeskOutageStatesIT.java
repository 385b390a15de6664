package ecommerce.system.browser.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import ecommerce.system.Concurrency;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.SuspendedServices;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.desk.CustomerOrder;
import ecommerce.system.browser.desk.DeskStaff;
import ecommerce.system.stack.LocalStack;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Opens pages of the desk, and sends forms, while services don't answer. */
@Order(Concurrency.AFTER_OTHERS)
@ResourceLock(Concurrency.SERVICES)
@InBrowser
class DeskOutageStatesIT {

    /** The missing numbers of the desk's home. */
    private static final String GAPS = ".tiles .bad";

    @Test
    void showWhatTheOtherServicesKnow(ShopBrowser browser, LocalStack stack) {
        var order = CustomerOrder.place(browser.shop(), 2);
        var parcelPage = order.readyParcelPage();
        var product = "/app/desk/products/" + order.product().get("productId");
        var home = DeskStaff.signIn(browser).window(browser).open("/app/desk");
        var dossier = home.newTab().open(order.deskPage());
        var cancellation = home.newTab().open(order.deskPage() + "/cancellation");
        var products = home.newTab().open("/app/desk/products");
        var customers = home.newTab().open("/app/desk/customers");
        var customer =
                home.newTab().open("/app/desk/customers/" + order.account().userId());
        var edit = home.newTab().open(product + "/edit").fill("Price (USD)", "15.00");
        var ship = home.newTab().open(parcelPage + "/ship").fill("Tracking number", "T-1");
        try (var _ = suspend(stack, "user", "product", "payment", "shipping")) {
            Stream.of(home, dossier, cancellation, products, customers, customer)
                    .forEach(DeskOutageStatesIT::reload);
            press(edit.button("Save"));
            press(ship.button("Ship"));
            home.page().locator(GAPS).first().waitFor();
            home.shows("desk/home/home", "numbers that are unavailable");
            dossier.sees("Missing: the payment").shows("desk/orders/order", "parts that are unavailable");
            cancellation.shows("desk/aftersale/confirm", "payment that is unavailable");
            products.shows("error", "service unavailable at the desk");
            customers.shows("error", "customers unavailable at the desk");
            customer.shows("error", "customer unavailable at the desk");
            edit.shows("desk/products/edit", "lost answer");
            ship.shows("desk/parcels/ship", "lost answer");
        }
        isWholeAgain(home, dossier);
        edit.press("Save").sees("The product is saved.");
        ship.press("Ship").sees("Shipped with: T-1");

        try (var _ = SuspendedServices.suspend(stack, ServiceDefinition.ORDER_SERVICE)) {
            Stream.of(home, ship).forEach(DeskOutageStatesIT::reload);
            home.page().locator(GAPS).first().waitFor();
            home.shows("desk/home/home", "no reconciliation");
            ship.shows("desk/parcels/parcel", "order that is unavailable");
        }
        isWholeAgain(home, dossier);
    }

    /** Loads a page again without waiting for it, so that several pages wait for the services at the same time. */
    private static void reload(Visitor visitor) {
        visitor.page().evaluate("() => { setTimeout(() => location.reload()); }");
    }

    /** Presses a button without waiting for the answer. */
    private static void press(Locator button) {
        button.evaluate("one => { setTimeout(() => one.click()); }");
    }

    /** Suspends services. They are resumed in this order: the others ask user-service about the token of staff. */
    private static SuspendedServices suspend(LocalStack stack, String... names) {
        return SuspendedServices.suspend(
                stack,
                Stream.of(names)
                        .map(name -> ServiceDefinition.of(name + "-service"))
                        .toArray(ServiceDefinition[]::new));
    }

    /** Waits until the circuit breakers have closed, some seconds after the services have answered again. */
    private static void isWholeAgain(Visitor home, Visitor dossier) {
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            home.page().reload();
            assertThat(home.page().locator(GAPS).count()).isZero();
            dossier.page().reload();
            assertThat(dossier.page().getByText("Missing:").count()).isZero();
        });
    }
}
