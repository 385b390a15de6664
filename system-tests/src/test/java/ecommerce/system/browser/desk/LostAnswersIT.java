package ecommerce.system.browser.desk;

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

/** Sends a form whose answer is lost: the service takes the form, and performs it when nobody waits for it any more. */
@Order(Concurrency.AFTER_OTHERS)
@ResourceLock(Concurrency.SERVICES)
@InBrowser
class LostAnswersIT {

    private static final ServiceDefinition PAYMENTS = ServiceDefinition.of("payment-service");

    @Test
    void refundsOnceThoughTheFormIsSentAgain(ShopBrowser browser, LocalStack stack) {
        var order = CustomerOrder.place(browser.shop(), 2);
        var refunds = "/api/payments/%s/refunds".formatted(order.payment().get("paymentId"));
        var visitor = DeskStaff.signIn(browser).window(browser).open(order.deskPage());
        visitor.follow("Refund a part").fill("Amount (USD)", "2.00").press("Continue");
        visitor.fill("Reason", "Scratched");
        try (var _ = SuspendedServices.suspend(stack, PAYMENTS)) {
            visitor.speak("es").press("Refund $2.00").sees("Sin respuesta").isInSpanish();
            visitor.speak("en").press("Enviar de nuevo").sees("No answer");
        }
        visitor.shows("desk/change/unanswered", "lost answer");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Purchase.only(browser.shop().staff(), refunds))
                        .containsEntry("amount", 2.0));

        visitor.press("Send again").sees("The refund of 2.00 USD is requested.").sees("Sign out admin");

        assertThat(Purchase.only(browser.shop().staff(), refunds)).containsEntry("reason", "Scratched");
        order.awaitRefunded(2.0, visitor);
    }
}
