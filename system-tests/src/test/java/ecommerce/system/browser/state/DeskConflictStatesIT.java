package ecommerce.system.browser.state;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.desk.CustomerOrder;
import ecommerce.system.browser.desk.DeskStaff;
import ecommerce.system.browser.shop.Deliveries;
import ecommerce.system.flow.Purchase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two of staff change the same record. The second one sees both versions, or why nothing was changed. */
@InBrowser
class DeskConflictStatesIT {

    private static DeskStaff staff;

    private CustomerOrder order;
    private Visitor visitor;
    private Visitor colleague;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void order(ShopBrowser browser) {
        order = CustomerOrder.place(browser.shop(), 2);
        visitor = staff.window(browser);
        colleague = visitor.newTab();
    }

    @Test
    void showBothVersionsOfAProductAndACustomer() {
        var product = "/app/desk/products/" + order.product().get("productId");
        var deletion = visitor.newTab().open(product + "/delete");
        visitor.open(product + "/edit").fill("Title", "Tent");
        colleague.open(product + "/edit").fill("Price (USD)", "15.00").press("Save");
        colleague.sees("The product is saved.");
        visitor.press("Save").shows("desk/products/edit", "changed by a colleague");
        deletion.press("Delete").shows("desk/products/delete", "changed by a colleague");

        var customer = "/app/desk/customers/" + order.account().userId();
        deletion.open(customer + "/delete");
        visitor.open(customer + "/data").fill("Last name", "Lee");
        colleague.open(customer + "/data").fill("Last name", "Li").press("Save");
        colleague.sees("The customer’s data is saved.");
        visitor.press("Save").shows("desk/customers/data", "changed by a colleague");
        deletion.press("Delete the account").shows("desk/customers/delete", "changed by a colleague");

        var address = customer + "/addresses/"
                + Purchase.only(order.customer(), "/api/addresses").get("addressId");
        visitor.open(address).fill("City", "Springfield");
        colleague.open(address).fill("City", "Shelbyville").press("Save");
        colleague.sees("The address is saved.");
        visitor.press("Save").shows("desk/customers/address", "changed by a colleague");
    }

    @Test
    void showAParcelAsItIsNow() {
        var parcel = order.readyParcelPage();
        visitor.open(parcel + "/split").fill("%s: pieces to move, of 2".formatted(order.title()), "1");
        var shipping = visitor.newTab().open(parcel + "/ship").fill("Tracking number", "T-2");
        Deliveries.ship(order.shop(), order.path());
        visitor.press("Split").shows("desk/parcels/split", "changed by a colleague");
        shipping.press("Ship").shows("desk/parcels/ship", "changed by a colleague");

        visitor.open(parcel + "/tracking").fill("Tracking number", "T-3");
        var delivery = shipping.open(parcel + "/deliver");
        var correction = visitor.newTab().open(parcel + "/correction").fill("Reason", "Not sent");
        var failure = visitor.newTab().open(parcel + "/failure").fill("Reason", "Burnt");
        colleague.open(parcel + "/tracking").fill("Tracking number", "T-4");
        colleague.press("Change the tracking number").sees("Carrier and tracking number are changed.");
        visitor.press("Change the tracking number").shows("desk/parcels/tracking", "changed by a colleague");
        delivery.press("Record the delivery").shows("desk/parcels/deliver", "changed by a colleague");
        correction.press("Correct the status").shows("desk/parcels/correction", "changed by a colleague");
        failure.press("Report a failure").shows("desk/parcels/failure", "changed by a colleague");
    }

    @Test
    void tellWhatAColleagueHasDoneWithAnOrder() {
        var page = order.deskPage();
        visitor.open(page + "/description").fill("Customer’s note", "Ring twice");
        colleague
                .open(page + "/description")
                .fill("Customer’s note", "Ring once")
                .press("Save");
        colleague.sees("The customer’s note is changed.");
        visitor.press("Save").shows("desk/orders/description", "changed by a colleague");

        var refund = page + "/payments/%s/refund".formatted(order.payment().get("paymentId"));
        visitor.open(refund + "?amount=2.00").fill("Reason", "Scratched");
        colleague.open(refund + "?amount=1.00").fill("Reason", "Late").press("Refund $1.00");
        colleague.sees("The refund of 1.00 USD is requested.");
        visitor.press("Refund $2.00").shows("desk/aftersale/refund", "refunded by a colleague");

        visitor.open(page + "/cancellation");
        Deliveries.deliver(order.shop(), order.path());
        visitor.press("Cancel the order").shows("desk/aftersale/confirm", "shipped by a colleague");

        var pieces = List.of(Map.of("productId", order.product().get("productId"), "orderedQuantity", 1));
        visitor.open(
                page + "/return-request?pieces-%s=1".formatted(order.product().get("productId")));
        order.customer().post(order.path() + "/return-requests", Map.of("items", pieces, "reason", "Too big"));
        visitor.fill("Reason", "Too big").press("Request a return");
        visitor.shows("desk/aftersale/confirm", "requested by the customer");

        var request = Purchase.only(order.customer(), order.path() + "/amendments");
        var decision = "%s/return-requests/%s".formatted(page, request.get("amendmentId"));
        visitor.open(decision).fill("Reason (the customer sees it)", "Too late");
        colleague.open(decision).fill("Reason (the customer sees it)", "Used").press("Refuse");
        colleague.sees("The return request is refused.");
        visitor.press("Refuse").shows("desk/returnrequests/request", "refused by a colleague");
    }

    @Test
    void showACartThatTheCustomerHasChanged() {
        var productId = Purchase.stockedProduct(order.shop(), 9).get("productId");
        Purchase.putInCart(order.customer(), productId, 1);
        var cart = Purchase.only(order.customer(), "/api/carts?cartStatus=OPEN").get("cartId");
        visitor.open("/app/desk/carts/" + cart);
        Purchase.putInCart(order.customer(), productId, 1);
        visitor.press("Change").shows("desk/carts/cart", "changed by the customer");
        assertThat(visitor.page().locator("tbody input[name=orderedQuantity]").inputValue())
                .isEqualTo("2");
    }
}
