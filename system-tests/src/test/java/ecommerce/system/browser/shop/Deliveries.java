package ecommerce.system.browser.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Shop;
import ecommerce.system.flow.Purchase;
import java.util.Map;

/** What staff do with the parcel of a confirmed order. */
public final class Deliveries {

    private Deliveries() {}

    /** Ships the only parcel, once it is ready. Returns the path of the parcel. */
    public static String ship(Shop shop, String order) {
        var staff = shop.staff();
        var orderId = order.substring(order.lastIndexOf('/') + 1);
        var parcel = "/api/shippings/"
                + Purchase.only(staff, "/api/shippings?orderId=" + orderId).get("shippingId");
        await().untilAsserted(() -> assertThat(staff.get(parcel).body()).containsEntry("shippingStatus", "READY"));
        staff.patch(parcel, Map.of("shippingStatus", "SHIPPED", "trackingNumber", "T1"));
        Purchase.awaitStatus(staff, order, "SHIPPED");
        return parcel;
    }

    /** Ships the only parcel and delivers it. */
    public static void deliver(Shop shop, String order) {
        var parcel = ship(shop, order);
        shop.staff().patch(parcel, Map.of("shippingStatus", "DELIVERED"));
        Purchase.awaitStatus(shop.staff(), order, "DELIVERED");
    }
}
