package ecommerce.order.reconciliation;

import ecommerce.order.fulfilment.FulfilmentRepair;
import ecommerce.order.reconciliation.Neighbours.Knowledge;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * One comparison of all orders, page after page. The services are asked one after the other while the shop goes on, so
 * whatever seems wrong is looked at again, and counts only if nothing has happened to the order meanwhile.
 */
@Service
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final OrderPages orders;
    private final Neighbours neighbours;
    private final FulfilmentRepair repair;
    private final ReconciliationRuns runs;
    private final ReconciliationProperties properties;
    private final Clock clock;

    Reconciliation(
            OrderPages orders,
            Neighbours neighbours,
            FulfilmentRepair repair,
            ReconciliationRuns runs,
            ReconciliationProperties properties,
            Clock clock) {
        this.orders = orders;
        this.neighbours = neighbours;
        this.repair = repair;
        this.runs = runs;
        this.properties = properties;
        this.clock = clock;
    }

    /** Throws where a service doesn't answer; the run counts for nothing then. */
    ReconciliationRuns.Run run() {
        var start = clock.instant();
        var settledBefore = start.minus(properties.grace());
        var comparison = new Comparison(settledBefore);
        var runId = runs.begin(start);
        var count = 0L;
        var last = 0L;
        List<OrderState> page;
        do {
            page = orders.next(last, start.minus(properties.lookBack()));
            var upTo = page.size() < OrderPages.SIZE ? Long.MAX_VALUE : page.getLast().orderId();
            var known = neighbours.ask(last, upTo);
            runs.add(runId, look(page, known, comparison, settledBefore));
            count += page.size();
            last = upTo;
        } while (page.size() == OrderPages.SIZE);
        return runs.finish(runId, clock.instant(), count);
    }

    private List<Mismatch> look(List<OrderState> page, Knowledge known, Comparison comparison, Instant settledBefore) {
        var found = new ArrayList<Mismatch>();
        for (var order : page) {
            if (order.changedAt().isAfter(settledBefore)) {
                continue;
            }
            var mismatches = compare(order, known, comparison);
            if (!mismatches.isEmpty() && orders.find(order.orderId()).filter(order::isSameAs).isPresent()) {
                mismatches.forEach(mismatch -> found.add(mend(mismatch)));
            }
        }
        found.addAll(withoutOrder(known));
        found.forEach(mismatch -> log.error(
                "Order {} is at odds with the shop: {}. {} ({})",
                mismatch.orderId(),
                mismatch.kind(),
                mismatch.detail(),
                mismatch.repair() == null ? "people must look" : mismatch.repair()));
        return found;
    }

    private static List<Mismatch> compare(OrderState order, Knowledge known, Comparison comparison) {
        if (order.settled()) {
            return comparison.compare(
                    order,
                    known.reservations().get(order.orderId()),
                    known.payments().get(order.orderId()),
                    known.shipments().getOrDefault(order.orderId(), List.of()));
        }
        return order.hasTask()
                ? List.of()
                : List.of(new Mismatch(order.orderId(), MismatchKind.CHECKOUT_LOST, "Its steps have no task"));
    }

    /** Only what gives back or goes on where it had been decided; nothing is sold or charged from here. */
    private Mismatch mend(Mismatch mismatch) {
        switch (mismatch.kind()) {
            case CHECKOUT_LOST -> repair.resume(mismatch.orderId());
            case STOCK_NOT_RETURNED, PAYMENT_NOT_RETURNED, SHIPMENT_NOT_CANCELLED ->
                repair.undoAgain(mismatch.orderId());
            case SHIPMENT_NOT_RELEASED -> repair.releaseShipmentAgain(mismatch.orderId());
            default -> {
                return mismatch;
            }
        }
        return mismatch.repairedBy("Done once more");
    }

    private List<Mismatch> withoutOrder(Knowledge known) {
        var existing = orders.existing(known.orderIds());
        return known.orderIds().stream()
                .filter(orderId -> !existing.contains(orderId))
                .map(orderId -> new Mismatch(orderId, kind(known, orderId), "There is no such order"))
                .toList();
    }

    private static MismatchKind kind(Knowledge known, long orderId) {
        if (known.payments().containsKey(orderId)) {
            return MismatchKind.PAYMENT_WITHOUT_ORDER;
        }
        return known.reservations().containsKey(orderId)
                ? MismatchKind.RESERVATION_WITHOUT_ORDER
                : MismatchKind.SHIPMENT_WITHOUT_ORDER;
    }
}
