package ecommerce.proxyclient.desk.orders;

import static ecommerce.proxyclient.listing.Listing.LARGEST;

import ecommerce.proxyclient.desk.orders.OrderDossier.PaymentDossier;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderHistoryClient;
import ecommerce.proxyclient.paymentclient.RefundClient;
import ecommerce.proxyclient.paymentclient.RefundClient.PaymentAccount;
import ecommerce.proxyclient.paymentclient.RefundClient.PaymentAction;
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

    DossierReader(
            OrderClient orders,
            OrderHistoryClient history,
            RefundClient payments,
            ParcelHistoryClient parcels,
            AccountClient accounts) {
        this.orders = orders;
        this.history = history;
        this.payments = payments;
        this.parcels = parcels;
        this.accounts = accounts;
    }

    OrderDossier read(long orderId) {
        var order = orders.order(orderId);
        var reading = new PartialReading();
        return new OrderDossier(
                order,
                reading.one("customer", () -> accounts.account(order.userId())),
                payments(orderId, reading),
                reading.all("parcels", page -> parcels.parcels(orderId, LARGEST, page)),
                reading.all("amendments", page -> history.amendments(orderId, LARGEST, page)),
                reading.all("notes", page -> history.notes(orderId, LARGEST, page)),
                reading.all("actions", page -> history.actions(orderId, LARGEST, page)),
                reading.missing());
    }

    private List<PaymentDossier> payments(long orderId, PartialReading reading) {
        return reading.all("payment", page -> payments.payments(orderId, LARGEST, page)).stream()
                .map(payment -> payment(payment, reading))
                .toList();
    }

    private PaymentDossier payment(PaymentAccount listed, PartialReading reading) {
        var id = listed.paymentId();
        var withLedger = reading.one("payment", () -> payments.payment(id).getBody());
        var refunds = reading.all("refunds", page -> payments.refunds(id, LARGEST, page));
        var actions = refunds.isEmpty()
                ? List.<PaymentAction>of()
                : reading.all("actions", page -> payments.actions(id, LARGEST, page));
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
