package ecommerce.system.browser.state;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.desk.CustomerOrder;
import ecommerce.system.browser.desk.DeskStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends forms of an order and its parcel that the shop refuses. Blanks pass the browser's own checks. */
@InBrowser
class DeskOrderRefusalStatesIT {

    private CustomerOrder order;
    private Visitor visitor;

    @BeforeEach
    void order(ShopBrowser browser) {
        order = CustomerOrder.place(browser.shop(), 2);
        visitor = DeskStaff.signIn(browser).window(browser);
    }

    @Test
    void tellWhatIsWrongWithAnOrderOrItsParcel() {
        visitor.open(order.deskPage())
                .fill("New note (customers don’t see it)", " ")
                .press("Add note");
        visitor.shows("desk/orders/order", "empty note");

        var parcel = order.readyParcelPage();
        tellWhatIsWrongWithASplit(parcel);
        tellThatItHasNotLeft(parcel);
        visitor.open(parcel + "/ship").withoutChecks().fill("Tracking number", "T".repeat(101));
        visitor.press("Ship").shows("desk/parcels/ship", "too long tracking number");

        visitor.fill("Tracking number", "T-1").press("Ship").sees("Shipped with: T-1");
        visitor.open(parcel + "/tracking").withoutChecks().fill("Tracking number", "T".repeat(101));
        visitor.press("Change the tracking number").shows("desk/parcels/tracking", "too long tracking number");
        visitor.open(parcel + "/correction").fill("Reason", " ").press("Correct the status");
        visitor.shows("desk/parcels/correction", "no reason");
        visitor.open(parcel + "/failure").fill("Reason", " ").press("Report a failure");
        visitor.shows("desk/parcels/failure", "no reason");
    }

    private void tellWhatIsWrongWithASplit(String parcel) {
        var pieces = "%s: pieces to move, of 2".formatted(order.title());
        visitor.open(parcel + "/split").press("Split").shows("desk/parcels/split", "no piece");
        visitor.fill(pieces, "2").press("Split").shows("desk/parcels/split", "all pieces");
        visitor.withoutChecks().fill(pieces, "1.5").press("Split").shows("desk/parcels/split", "invalid form");
    }

    private void tellThatItHasNotLeft(String parcel) {
        visitor.open(parcel + "/correction").fill("Reason", "Not sent").press("Correct the status");
        visitor.shows("desk/parcels/correction", "parcel that has not left");
        visitor.open(parcel + "/failure").fill("Reason", "Burnt").press("Report a failure");
        visitor.shows("desk/parcels/failure", "parcel that has not left");
        visitor.open(parcel + "/deliver").press("Record the delivery");
        visitor.shows("desk/parcels/deliver", "parcel that has not left");
    }
}
