package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows the alerts of a real Alertmanager. Needs Debian's package {@code prometheus-alertmanager}. */
@InBrowser
class AlertStatesIT {

    private static final String HOME = "desk/home/home";
    private static final String ALERT = "OrdersNeedAttention";

    @Test
    void tellWhatFires(ShopBrowser browser, LocalStack stack, @TempDir Path folder) {
        var program = Alertmanager.program();
        assumeTrue(program.isPresent(), "no alertmanager on the path");
        var visitor = browser.visitor();
        signIn(visitor, "admin", browser.shop().staffPassword());
        try (var desk = ConnectedDesk.start(stack)) {
            var home = desk.address("/app/desk");
            visitor.open(home).shows(HOME, "Alertmanager unavailable");
            try (var alertmanager = Alertmanager.start(program.get(), folder)) {
                visitor.open(home).shows(HOME, "Prometheus silent");
                alertmanager.fire(Map.of("alertname", "Watchdog", "severity", "none"), Map.of());
                visitor.open(home).shows(HOME, "no alert");
                alertmanager.fire(
                        Map.of("alertname", ALERT, "severity", "page"),
                        Map.of(
                                "summary", "3 orders are flagged for staff",
                                "runbook_url", "docs/runbooks.md#an-order-needs-attention"));
                visitor.open(home).shows(HOME, "alert");
                visitor.speak("es").open(home).isInSpanish();
                visitor.speak("en").open(home).follow("What to do " + ALERT);
                visitor.sees("lists the flagged orders");
                assertThat(visitor.page().url()).endsWith("/app/desk/runbooks#an-order-needs-attention");

                alertmanager.silence(ALERT);
                visitor.open(home).sees("No alert fires.");
                assertThat(visitor.page().content()).doesNotContain(ALERT);
            }
        }
    }
}
