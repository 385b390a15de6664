package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.desk.orders.OrderDossier.PaymentDossier;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.AmendedPieces;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.OrderAction;
import ecommerce.proxyclient.paymentclient.RefundClient.LedgerEntry;
import ecommerce.proxyclient.paymentclient.RefundClient.Refund;
import ecommerce.proxyclient.productclient.StockClient.Movement;
import ecommerce.proxyclient.shippingclient.ParcelHistoryClient.TrackedParcel;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts what the services know of an order by time. */
final class Timeline {

    private static final String PAYMENT = "payment";
    private static final String REFUNDED = "REFUNDED";

    /** The actions of staff that neither the order's history nor its amendments and notes show. */
    private static final Set<String> DECISIONS = Set.of(
            "return-request.accept",
            "return-request.refuse",
            "return-request.receive",
            "order.change",
            "order.close-request");

    private Timeline() {}

    /** Returns the events, the oldest first. */
    static List<TimelineEvent> of(OrderDossier dossier) {
        var decisions = dossier.actions().stream().filter(action -> DECISIONS.contains(action.action()));
        return Stream.of(
                        history(dossier),
                        dossier.amendments().stream().map(amendment -> of(amendment, dossier)),
                        dossier.payments().stream().flatMap(Timeline::of),
                        stock(dossier),
                        dossier.parcels().stream().flatMap(Timeline::of),
                        decisions.map(Timeline::of),
                        dossier.notes().stream()
                                .map(note ->
                                        new TimelineEvent(note.writtenAt(), "note", "", "", note.text(), note.by())))
                .flatMap(events -> events)
                .sorted(Comparator.comparing(TimelineEvent::at))
                .toList();
    }

    private static Stream<TimelineEvent> history(OrderDossier dossier) {
        return dossier.order().history().stream()
                .map(entry ->
                        new TimelineEvent(entry.at(), "order", "order.status", entry.to(), entry.reason(), entry.by()));
    }

    private static TimelineEvent of(AmendedPieces amendment, OrderDossier dossier) {
        var pieces = amendment.items().stream()
                .map(item -> "%d × %s".formatted(item.orderedQuantity(), dossier.title(item.productId())))
                .collect(Collectors.joining(", "));
        var detail = Stream.of(pieces, amendment.reason(), amendment.refusal())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" – "));
        return new TimelineEvent(
                amendment.requestedAt(),
                "amendment",
                "amendment.kind",
                amendment.kind(),
                detail,
                amendment.refundAmount().signum() > 0 ? amendment.refundAmount() : null,
                amendment.requestedBy());
    }

    /** Returns the entries of the ledger, but the refunds from their list, which also has those that failed. */
    private static Stream<TimelineEvent> of(PaymentDossier account) {
        var ledger = account.payment().ledger();
        var entries = ledger == null ? List.<LedgerEntry>of() : ledger;
        var charges = entries.stream()
                .filter(entry -> !entry.entry().equals(REFUNDED))
                .map(entry -> new TimelineEvent(
                        entry.at(),
                        PAYMENT,
                        "desk.orders.payment",
                        entry.entry(),
                        "",
                        entry.amount(),
                        "payment-service"));
        return Stream.concat(charges, account.refunds().stream().flatMap(refund -> of(refund, account)));
    }

    private static Stream<TimelineEvent> of(Refund refund, PaymentDossier account) {
        var requested = new TimelineEvent(
                refund.createdAt(),
                "refund",
                "desk.orders.refund",
                "REQUESTED",
                refund.reason(),
                refund.amount(),
                account.requester(refund));
        if (refund.settledAt() == null) {
            return Stream.of(requested);
        }
        return Stream.of(
                requested,
                new TimelineEvent(
                        refund.settledAt(),
                        "refund",
                        "desk.orders.refund",
                        refund.refundStatus(),
                        Objects.requireNonNullElse(refund.failure(), ""),
                        refund.amount(),
                        "payment-service"));
    }

    /** What one transaction has moved for one reason, such as the reservation of all lines. */
    private record StockChange(Instant at, String reason, String by) {}

    private static Stream<TimelineEvent> stock(OrderDossier dossier) {
        var changes = dossier.movements().stream()
                .collect(Collectors.groupingBy(
                        movement -> new StockChange(movement.at(), movement.reason(), movement.by()),
                        LinkedHashMap::new,
                        Collectors.mapping(movement -> pieces(movement, dossier), Collectors.joining(", "))));
        return changes.entrySet().stream()
                .map(change -> new TimelineEvent(
                        change.getKey().at(),
                        "stock",
                        "desk.stock.reason",
                        change.getKey().reason(),
                        change.getValue(),
                        change.getKey().by()));
    }

    /** A reservation only changes the number of reserved pieces. */
    private static String pieces(Movement movement, OrderDossier dossier) {
        var pieces = Math.abs(movement.delta() == 0 ? movement.reservedDelta() : movement.delta());
        var productId = movement.productId();
        return productId == null ? Integer.toString(pieces) : "%d × %s".formatted(pieces, dossier.title(productId));
    }

    private static Stream<TimelineEvent> of(TrackedParcel parcel) {
        return parcel.history().stream()
                .map(change -> new TimelineEvent(
                        change.at(),
                        "parcel",
                        change.isNote() ? "desk.orders.parcel" : "parcel.status",
                        change.isNote() ? "NOTE" : change.to(),
                        Stream.of("#" + parcel.part(), change.reason())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" – ")),
                        change.by()));
    }

    private static TimelineEvent of(OrderAction action) {
        var reason = action.details().get("reason");
        return new TimelineEvent(
                action.occurredAt(),
                "staff",
                "desk.orders.action",
                action.action(),
                reason instanceof String text ? text : "",
                Objects.requireNonNullElse(action.actorName(), ""));
    }
}
