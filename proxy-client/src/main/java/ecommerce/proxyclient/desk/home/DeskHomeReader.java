package ecommerce.proxyclient.desk.home;

import ecommerce.proxyclient.listing.ListCount;
import ecommerce.proxyclient.orderclient.OrderCountClient;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.productclient.LowStockCountClient;
import ecommerce.proxyclient.shippingclient.ParcelCountClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the open work of staff. If a service fails, only its own numbers are absent. */
@Component
class DeskHomeReader {

    private final OrderCountClient orders;
    private final ParcelCountClient parcels;
    private final LowStockCountClient stock;
    private final ZoneId zone;

    DeskHomeReader(
            OrderCountClient orders, ParcelCountClient parcels, LowStockCountClient stock, PageProperties properties) {
        this.orders = orders;
        this.parcels = parcels;
        this.stock = stock;
        this.zone = ZoneId.of(properties.timeZone());
    }

    DeskHome read() {
        var orderService = new ServiceReads("order-service");
        var today = LocalDate.now(zone);
        var start = today.atStartOfDay(zone).toInstant().toString();
        var numbers = List.of(
                number("flagged", orderService.read(orders::flagged), "/app/desk/orders?orderStatus=NEEDS_ATTENTION"),
                number(
                        "to-be-packed",
                        new ServiceReads("shipping-service").read(parcels::toBePacked),
                        "/app/desk/parcels?shippingStatus=READY"),
                number(
                        "returns-requested",
                        orderService.read(() -> orders.returnRequests("REQUESTED")),
                        "/app/desk/return-requests?amendmentStatus=REQUESTED"),
                number(
                        "returns-awaited",
                        orderService.read(() -> orders.returnRequests("ACCEPTED")),
                        "/app/desk/return-requests?amendmentStatus=ACCEPTED"),
                number("low-stock", new ServiceReads("product-service").read(stock::low), "/app/desk/stock"),
                number("orders-today", orderService.read(() -> orders.since(start)), "/app/desk/orders?from=" + today));
        var reconciliation = orderService.read(orders::reconciliation);
        return new DeskHome(numbers, reconciliation);
    }

    private static DeskNumber number(String name, @Nullable ListCount count, String address) {
        return new DeskNumber(name, count == null ? null : Long.valueOf(count.total()), address);
    }
}
