package ecommerce.system.browser.desk;

import static ecommerce.system.browser.desk.CustomerOrder.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.Deliveries;
import ecommerce.system.flow.Purchase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes back one piece of a delivered order of two pieces at the desk. */
@InBrowser
class TakingBackPiecesIT {

    private static DeskStaff staff;

    private CustomerOrder order;
    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void deliverOrder(ShopBrowser browser) {
        order = CustomerOrder.place(browser.shop(), 2);
        Deliveries.deliver(browser.shop(), order.path());
        visitor = staff.window(browser);
    }

    @Test
    void refundsAReturnedPieceWithoutPuttingItBackOnSale() {
        visitor.open(order.deskPage()).follow("Return pieces");
        visitor.fill("%s: pieces, of 2 ($12.50 each)".formatted(order.title()), "1");
        visitor.press("Continue").sees("Refund: $12.50.").select("Stock", "Don’t put the pieces back on sale");
        visitor.press("Return pieces").sees("The pieces are returned, or will be in a moment.");

        order.awaitRefunded(12.5, visitor);
        assertThat(order.sellablePieces()).isEqualTo(STOCK - 2);
        visitor.open(order.deskPage()).sees("1 returned");
    }

    @Test
    void acceptsAReturnRequestAndReceivesItsPieces() {
        var pieces = List.of(Map.of("productId", order.product().get("productId"), "orderedQuantity", 1));
        var requested =
                order.customer().post(order.path() + "/return-requests", Map.of("items", pieces, "reason", "Too big"));
        assertThat(requested.status()).as("%s", requested.body()).isBetween(200, 202);
        visitor.open("/app/desk/return-requests").select("Sort by", "Newest").press("Apply");
        visitor.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Return request " + amendment().get("amendmentId"))
                                .setExact(true))
                .click();

        visitor.sees("Awaits a decision").sees("Too big").press("Accept");
        visitor.sees("The return request is accepted.");
        assertThat(amendment()).containsEntry("amendmentStatus", "ACCEPTED");
        visitor.press("Receive the pieces").sees("The pieces are received. The customer is refunded.");

        order.awaitRefunded(12.5, visitor);
        assertThat(amendment()).containsEntry("amendmentStatus", "DONE");
        assertThat(order.sellablePieces()).isEqualTo(STOCK - 1);
    }

    private Map<String, Object> amendment() {
        return Purchase.only(order.customer(), order.path() + "/amendments");
    }
}
