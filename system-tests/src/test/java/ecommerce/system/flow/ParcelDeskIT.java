package ecommerce.system.flow;

import static ecommerce.system.flow.Purchase.awaitStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends and corrects parcels at the desk of the running shop. */
@ExtendWith(RunningShop.class)
class ParcelDeskIT {

    private static final Pattern PARCEL = Pattern.compile("href=\"(/app/desk/parcels/[0-9]+)\"");

    @Test
    void sendsAndCorrectsParcelsThatTheCustomerFollows(Shop shop) {
        var productId = Purchase.stockedProduct(shop, 2).get("productId");
        var customer = shop.newCustomer();
        Purchase.putInCart(customer, productId, 2);
        var order = Purchase.checkOut(customer, "tok_approved");
        var orderId = awaitStatus(customer, order, "CONFIRMED").get("orderId");
        var list = "/app/desk/parcels?orderId=" + orderId;
        var staff = new FormBrowser(shop.gateway());
        staff.open(list);
        staff.submit("/app/sign-in", Map.of("username", "admin", "password", shop.staffPassword()));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> staff.open(list).html().contains("To be packed</span>"));

        var whole = parcels(staff.page()).getFirst();
        staff.open(whole + "/split");
        assertThat(staff.submit(whole + "/split", Map.of("pieces-" + productId, "1"))
                        .html())
                .contains("The parcel is split.");
        var parcels = parcels(staff.open(list));
        assertThat(parcels).hasSize(2);
        for (var parcel : parcels) {
            staff.open(parcel);
            staff.submit(parcel + "/ship", Map.of("carrier", "Post", "trackingNumber", "T-1"));
            staff.submit(parcel + "/deliver", Map.of());
        }
        awaitStatus(customer, order, "DELIVERED");

        staff.open(whole + "/tracking");
        staff.submit(whole + "/tracking", Map.of("trackingNumber", "T-2", "reason", "Wrong label"));
        staff.open(whole + "/correction");
        assertThat(staff.submit(whole + "/correction", Map.of("reason", "Still on the van"))
                        .html())
                .contains("The status is corrected.", "Still on the van (admin)");

        awaitStatus(customer, order, "SHIPPED");
        assertThat(customer.get(whole.replace("/app/desk/parcels", "/api/shippings"))
                        .body())
                .containsEntry("shippingStatus", "SHIPPED")
                .containsEntry("carrier", "Post")
                .containsEntry("trackingNumber", "T-2");
        assertThat(staff.open("/app/desk").html())
                .contains("Parcels to be packed")
                .doesNotContain("Unavailable at the moment");
    }

    private static List<String> parcels(FormBrowser.Page page) {
        return PARCEL.matcher(page.html())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }
}
