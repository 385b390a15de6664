package ecommerce.system.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.desk.CustomerOrder.STOCK;
import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import ecommerce.system.stack.LocalStack;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Finishes orders of two pieces for $25.00 at the desk. They are flagged, because the provider hasn't answered their captures.
 * Each test has orders of its own. They wait for their flags together.
 */
@InBrowser
class FinishingFlaggedOrdersIT {

    private static final String RETRY_ALL = "Retry all flagged orders";

    private static DeskStaff staff;
    private static SilentProvider provider;
    private static CustomerOrder single;
    private static CustomerOrder closed;
    private static CustomerOrder undone;
    private static List<CustomerOrder> several;

    private Visitor visitor;

    @BeforeAll
    static void flagOrders(ShopBrowser browser, LocalStack stack) {
        var shop = browser.shop();
        var account = newAccount(shop);
        provider = new SilentProvider(stack.databaseUrl());
        several = List.of(order(shop, account), order(shop, account));
        single = order(shop, newAccount(shop));
        closed = order(shop, newAccount(shop));
        undone = order(shop, newAccount(shop));
        staff = DeskStaff.signIn(browser);
        several.forEach(provider::awaitFlag);
        List.of(single, closed, undone).forEach(provider::awaitFlag);
    }

    private static CustomerOrder order(Shop shop, Account account) {
        return CustomerOrder.place(shop, account, 2, SilentProvider.TOKEN);
    }

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = staff.window(browser);
    }

    @Test
    void findsAFlaggedOrderAndRetriesIt(ShopBrowser browser) {
        provider.answer(single);
        listFlaggedOrders(single.account());
        visitor.shows("desk/orders/orders", "flagged orders");
        assertThat(visitor.page().locator("tbody tr")).hasCount(1);
        visitor.follow("Order " + single.number()).shows("desk/orders/order", "flagged order");
        isInSpanishToo(browser);
        visitor.sees("CAPTURE_PAYMENT: no answer").press("Retry").sees("The order is retried.");

        isConfirmed(single);
        visitor.open(single.deskPage()).sees(PAID).sees("Retried");
        assertThat(visitor.button("Retry")).hasCount(0);
    }

    @Test
    void retriesAllFlaggedOrdersOfACustomer(ShopBrowser browser) {
        var customer = several.getFirst().account();
        several.forEach(provider::answer);
        listFlaggedOrders(customer);
        visitor.follow(RETRY_ALL).shows("desk/orders/retry", "flagged orders");
        isInSpanishToo(browser);
        visitor.sees("2 orders of this list are flagged.").press(RETRY_ALL).sees("Retried orders: 2.");

        several.forEach(FinishingFlaggedOrdersIT::isConfirmed);
        listFlaggedOrders(customer);
        visitor.sees("There are no such orders.");
    }

    private void listFlaggedOrders(Account customer) {
        visitor.open("/app/desk/orders").fill("Customer number", Long.toString(customer.userId()));
        visitor.select("Status", "Needs attention").press("Apply");
    }

    private static void isConfirmed(CustomerOrder order) {
        order.awaitStatus("CONFIRMED");
        assertThat(order.payment()).containsEntry("paymentStatus", "CAPTURED").containsEntry("capturedAmount", 25.0);
        assertThat(order.sellablePieces()).isEqualTo(STOCK - 2);
    }

    @Test
    void closesAFlaggedOrderByHandWithANote(ShopBrowser browser) {
        var late = openLate(closed, "Close by hand").select("How was the payment settled?", "Written off");
        late.fill("Note for the order’s history", "Paid by transfer");
        visitor.open(closed.deskPage()).follow("Close by hand").shows("desk/aftersale/close", "question");
        isInSpanishToo(browser);
        visitor.sees("$25.00").select("How was the payment settled?", "Written off");
        visitor.fill("Note for the order’s history", "Paid in cash").press("Close by hand");
        visitor.sees("The order is closed.");

        isRejectedWithoutACharge(closed);
        visitor.open(closed.deskPage()).sees("written off: Paid in cash");
        assertThat(visitor.link("Close by hand")).hasCount(0);
        late.press("Close by hand").shows("desk/aftersale/close", "closed by a colleague");
        late.press("Close by hand").shows("desk/aftersale/close", "no longer flagged");
    }

    @Test
    void undoesAFlaggedOrder(ShopBrowser browser) {
        var late = openLate(undone, "Undo and refund");
        visitor.open(undone.deskPage()).follow("Undo and refund").shows("desk/aftersale/undo", "question");
        isInSpanishToo(browser);
        visitor.sees("Nothing was charged, so nothing is refunded.").press("Undo and refund");
        visitor.sees("The order is undone, or will be in a moment.");

        isRejectedWithoutACharge(undone);
        visitor.open(undone.deskPage()).sees("Rejected").sees("Refunded by staff");
        late.press("Undo and refund").shows("desk/aftersale/undo", "undone by a colleague");
        late.press("Undo and refund").shows("desk/aftersale/undo", "no longer flagged");
    }

    /** Opens a form of an order in a second window, before a colleague finishes the order. */
    private Visitor openLate(CustomerOrder order, String form) {
        return visitor.newTab().open(order.deskPage()).follow(form);
    }

    private static void isRejectedWithoutACharge(CustomerOrder order) {
        order.awaitStatus("REJECTED");
        assertThat(order.payment()).containsEntry("paymentStatus", "VOIDED").containsEntry("capturedAmount", 0);
        await().untilAsserted(() -> assertThat(order.sellablePieces()).isEqualTo(STOCK));
    }

    private void isInSpanishToo(ShopBrowser browser) {
        staff.window(browser).speak("es").open(visitor.page().url()).isInSpanish();
    }
}
