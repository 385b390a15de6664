package ecommerce.system.browser.desk;

import static ecommerce.system.browser.desk.CustomerOrder.STOCK;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.Deliveries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends, splits and corrects the parcel of an order of two pieces at the desk. */
@InBrowser
class SendingParcelsIT {

    private static DeskStaff staff;

    private Shop shop;
    private CustomerOrder order;
    private String parcel;
    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void order(ShopBrowser browser) {
        shop = browser.shop();
        order = CustomerOrder.place(shop, 2);
        parcel = order.readyParcelPage();
        visitor = staff.window(browser);
    }

    @Test
    void shipsAParcelThatTheCustomerFollows(ShopBrowser browser) {
        visitor.open(parcel).fill("Carrier", "Post").fill("Tracking number", "T-1");
        visitor.press("Ship").sees("The parcel is shipped.").sees("Shipped with: Post T-1");

        var customer = browser.visitor();
        signIn(customer, order.account());
        customer.open(order.shopPage()).sees("On its way – Post T-1");
        order.awaitStatus("SHIPPED");
    }

    @Test
    void splitsAParcel() {
        visitor.open(parcel).follow("Split");
        visitor.fill("%s: pieces to move, of 2".formatted(order.title()), "1").press("Split");
        visitor.sees("The parcel is split.").follow("Parcel ");
        visitor.sees("Part 2 of").sees("To be packed");

        var parcels = order.customer().get("/api/shippings?orderId=" + order.number());
        var onePiece = List.of(Map.of("productId", order.product().get("productId"), "orderedQuantity", 1));
        assertThat((List<?>) parcels.body().get("collection"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(((Map<?, ?>) one).get("items")).isEqualTo(onePiece));
    }

    @Test
    void recordsADelivery() {
        Deliveries.ship(shop, order.path());
        visitor.open(parcel).press("Record the delivery").sees("The parcel is delivered.");

        order.awaitStatus("DELIVERED");
        assertThat(order.parcel()).containsEntry("shippingStatus", "DELIVERED");
    }

    @Test
    void correctsADeliveryThatWasAMistake() {
        Deliveries.deliver(shop, order.path());
        visitor.open(parcel).follow("Correct the status");
        visitor.sees("The parcel returns to the status “Shipped”").fill("Reason", "Still on the van");
        visitor.press("Correct the status");
        visitor.sees("The status is corrected.").sees("Still on the van (admin)");

        order.awaitStatus("SHIPPED");
        assertThat(order.parcel()).containsEntry("shippingStatus", "SHIPPED");
    }

    @Test
    void refundsALostParcel() {
        Deliveries.ship(shop, order.path());
        visitor.open(parcel).follow("Report a failure");
        visitor.sees("The price of its pieces is $25.00.").select("What happened", "Lost");
        visitor.fill("Reason", "The van has burnt").press("Report a failure");
        visitor.sees("The failure is reported. The customer is refunded.");

        order.awaitRefunded(25.0, visitor);
        assertThat(order.parcel()).containsEntry("failure", "LOST");
        assertThat(order.sellablePieces()).isEqualTo(STOCK - 2);
    }
}
