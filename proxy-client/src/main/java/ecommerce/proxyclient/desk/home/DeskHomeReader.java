package ecommerce.proxyclient.desk.home;

import ecommerce.proxyclient.alertclient.AlertClient;
import ecommerce.proxyclient.desk.reading.PartialReading;
import ecommerce.proxyclient.desk.reading.ServiceReads;
import ecommerce.proxyclient.listing.ListCount;
import ecommerce.proxyclient.orderclient.OrderCountClient;
import ecommerce.proxyclient.orderclient.OrderCountClient.ReconciliationResult;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.paymentclient.RefundCountClient;
import ecommerce.proxyclient.productclient.LowStockCountClient;
import ecommerce.proxyclient.shippingclient.ParcelCountClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the open work of staff, and reads the alerts. If a service fails, only its own part is absent. */
@Component
class DeskHomeReader {

    private final OrderCountClient orders;
    private final ParcelCountClient parcels;
    private final LowStockCountClient stock;
    private final RefundCountClient refunds;
    private final AlertClient alerts;
    private final ZoneId zone;

    DeskHomeReader(
            OrderCountClient orders,
            ParcelCountClient parcels,
            LowStockCountClient stock,
            RefundCountClient refunds,
            AlertClient alerts,
            PageProperties properties) {
        this.orders = orders;
        this.parcels = parcels;
        this.stock = stock;
        this.refunds = refunds;
        this.alerts = alerts;
        this.zone = ZoneId.of(properties.timeZone());
    }

    DeskHome read() {
        var today = LocalDate.now(zone);
        try (var reading = new PartialReading()) {
            var toBePacked = reading.start(service -> service.one("parcels", parcels::toBePacked));
            var lowStock = reading.start(service -> service.one("low stock", stock::low));
            var failedRefunds = reading.start(service -> service.one("failed refunds", refunds::failed));
            var firing = reading.start(this::readAlerts);
            var counted = reading.start(service -> count(today, service)).get();
            var numbers = List.of(
                    number("flagged", counted.flagged(), "/app/desk/orders?orderStatus=NEEDS_ATTENTION"),
                    number("to-be-packed", toBePacked.get(), "/app/desk/parcels?shippingStatus=READY"),
                    number("returns-requested", counted.returnsRequested(), returnRequests("REQUESTED")),
                    number("returns-awaited", counted.returnsAwaited(), returnRequests("ACCEPTED")),
                    number("failed-refunds", failedRefunds.get(), "/app/desk/refunds?refundStatus=FAILED"),
                    number("low-stock", lowStock.get(), "/app/desk/stock"),
                    number("orders-today", counted.today(), "/app/desk/orders?from=" + today));
            return new DeskHome(numbers, firing.get(), counted.reconciliation());
        }
    }

    private DeskAlerts readAlerts(ServiceReads service) {
        return alerts.isConnected() ? DeskAlerts.of(service.one("alerts", alerts::firing)) : DeskAlerts.NOT_CONNECTED;
    }

    private static String returnRequests(String status) {
        return "/app/desk/return-requests?amendmentStatus=" + status;
    }

    /** What order-service counts. */
    private record Counted(
            @Nullable ListCount flagged,
            @Nullable ListCount returnsRequested,
            @Nullable ListCount returnsAwaited,
            @Nullable ListCount today,
            @Nullable ReconciliationResult reconciliation) {}

    private Counted count(LocalDate today, ServiceReads service) {
        var start = today.atStartOfDay(zone).toInstant().toString();
        return new Counted(
                service.one("flagged orders", orders::flagged),
                service.one("requested returns", () -> orders.returnRequests("REQUESTED")),
                service.one("awaited returns", () -> orders.returnRequests("ACCEPTED")),
                service.one("orders", () -> orders.since(start)),
                service.one("reconciliation", orders::reconciliation));
    }

    private static DeskNumber number(String name, @Nullable ListCount count, String address) {
        return new DeskNumber(name, count == null ? null : Long.valueOf(count.total()), address);
    }
}
