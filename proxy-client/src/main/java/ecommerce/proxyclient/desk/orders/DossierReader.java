package ecommerce.proxyclient.desk.orders;

import static ecommerce.proxyclient.listing.Listing.LARGEST;

import ecommerce.proxyclient.desk.orders.OrderDossier.PaymentDossier;
import ecommerce.proxyclient.desk.reading.PartialReading;
import ecommerce.proxyclient.desk.reading.ServiceReads;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderHistoryClient;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.AmendedPieces;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.Note;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.OrderAction;
import ecommerce.proxyclient.paymentclient.RefundClient;
import ecommerce.proxyclient.paymentclient.RefundClient.PaymentAccount;
import ecommerce.proxyclient.paymentclient.RefundClient.PaymentAction;
import ecommerce.proxyclient.productclient.StockClient;
import ecommerce.proxyclient.shippingclient.ParcelHistoryClient;
import ecommerce.proxyclient.userclient.AccountClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads an order, and what the other services know of it. Fails only if the order can't be read. */
@Component
class DossierReader {

    private final OrderClient orders;
    private final OrderHistoryClient history;
    private final RefundClient payments;
    private final ParcelHistoryClient parcels;
    private final AccountClient accounts;
    private final StockClient stock;

    DossierReader(
            OrderClient orders,
            OrderHistoryClient history,
            RefundClient payments,
            ParcelHistoryClient parcels,
            AccountClient accounts,
            StockClient stock) {
        this.orders = orders;
        this.history = history;
        this.payments = payments;
        this.parcels = parcels;
        this.accounts = accounts;
        this.stock = stock;
    }

    OrderDossier read(long orderId) {
        var order = orders.order(orderId);
        try (var reading = new PartialReading()) {
            var customer = reading.start(users -> users.one("customer", () -> accounts.account(order.userId())));
            var payment = reading.start(service -> payments(orderId, service));
            var moved = reading.start(
                    service -> service.all("stock", page -> stock.movementsOfOrder(orderId, LARGEST, page)));
            var sent =
                    reading.start(service -> service.all("parcels", page -> parcels.parcels(orderId, LARGEST, page)));
            var happened = reading.start(service -> happened(orderId, service));
            return new OrderDossier(
                    order,
                    customer.get(),
                    payment.get(),
                    moved.get(),
                    sent.get(),
                    happened.get().amendments(),
                    happened.get().notes(),
                    happened.get().actions(),
                    reading.missing());
        }
    }

    /** What order-service knows of an order beside the order itself. */
    private record Happened(List<AmendedPieces> amendments, List<Note> notes, List<OrderAction> actions) {}

    private Happened happened(long orderId, ServiceReads service) {
        return new Happened(
                service.all("amendments", page -> history.amendments(orderId, LARGEST, page)),
                service.all("notes", page -> history.notes(orderId, LARGEST, page)),
                service.all("actions", page -> history.actions(orderId, LARGEST, page)));
    }

    private List<PaymentDossier> payments(long orderId, ServiceReads service) {
        return service.all("payment", page -> payments.payments(orderId, LARGEST, page)).stream()
                .map(payment -> payment(payment, service))
                .toList();
    }

    private PaymentDossier payment(PaymentAccount listed, ServiceReads service) {
        var id = listed.paymentId();
        var withLedger = service.one("payment", () -> payments.payment(id).getBody());
        var refunds = service.all("refunds", page -> payments.refunds(id, LARGEST, page));
        var actions = refunds.isEmpty()
                ? List.<PaymentAction>of()
                : service.all("actions", page -> payments.actions(id, LARGEST, page));
        return new PaymentDossier(Objects.requireNonNullElse(withLedger, listed), refunds, requesters(actions));
    }

    private static Map<Long, String> requesters(List<PaymentAction> actions) {
        var requesters = new HashMap<Long, String>();
        for (var action : actions) {
            var refund = action.details();
            if (refund.refundId() != null && refund.by() != null) {
                requesters.put(refund.refundId(), refund.by());
            }
        }
        return requesters;
    }
}
