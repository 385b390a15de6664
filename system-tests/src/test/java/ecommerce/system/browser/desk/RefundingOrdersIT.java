package ecommerce.system.browser.desk;

import static ecommerce.system.browser.desk.CustomerOrder.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Cancels and refunds an order of two pieces for $25.00 at the desk, before it is shipped. When staff go back to a form that
 * they have sent, the browser loads it again.
 */
@InBrowser
class RefundingOrdersIT {

    private static DeskStaff staff;

    private CustomerOrder order;
    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void openOrder(ShopBrowser browser) {
        order = CustomerOrder.place(browser.shop(), 2);
        visitor = staff.window(browser).open(order.deskPage());
    }

    @Test
    void showsTheRefundBeforeAnOrderIsCancelled() {
        visitor.follow("Cancel the order");
        visitor.sees("Refund: $25.00.").fill("Reason (optional)", "Asked by phone");
        assertThat(order.payment()).containsEntry("refundedAmount", 0);
        visitor.press("Cancel the order").sees("The pieces are cancelled, or will be in a moment.");

        assertThat(Purchase.awaitStatus(order.customer(), order.path(), "CANCELLED"))
                .containsEntry("reason", "Asked by phone");
        order.awaitRefunded(25.0, visitor);
        assertThat(order.sellablePieces()).isEqualTo(STOCK);
    }

    @Test
    void cancelsOnePieceOnceThoughItsFormIsSentAgain() {
        visitor.follow("Cancel pieces");
        visitor.fill("%s: pieces, of 2 ($12.50 each)".formatted(order.title()), "1")
                .press("Continue");
        confirmCancellation();
        visitor.page().goBack();
        confirmCancellation();

        assertThat(Purchase.only(order.customer(), order.path() + "/amendments"))
                .containsEntry("kind", "CANCEL");
        order.awaitRefunded(12.5, visitor);
        assertThat(order.sellablePieces()).isEqualTo(STOCK - 1);
        visitor.open(order.deskPage()).sees("1 cancelled").sees("Paid and confirmed");
    }

    private void confirmCancellation() {
        visitor.sees("You cancel these pieces").sees("Refund: $12.50.").press("Cancel pieces");
        visitor.sees("The pieces are cancelled, or will be in a moment.");
    }

    @Test
    void refundsAPartOnceThoughItsFormIsSentAgain(ShopBrowser browser) {
        visitor.follow("Refund a part");
        visitor.fill("Amount (USD)", "2.00").press("Continue");
        confirmRefund();
        visitor.page().goBack();
        confirmRefund();

        var refunds = "/api/payments/%s/refunds".formatted(order.payment().get("paymentId"));
        assertThat(Purchase.only(browser.shop().staff(), refunds)).containsEntry("amount", 2.0);
        order.awaitRefunded(2.0, visitor);
    }

    private void confirmRefund() {
        visitor.fill("Reason", "Scratched").press("Refund $2.00");
        visitor.sees("The refund of 2.00 USD is requested.");
    }
}
