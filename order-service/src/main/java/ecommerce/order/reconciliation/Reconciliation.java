package ecommerce.order.reconciliation;

import ecommerce.order.reconciliation.Neighbours.Knowledge;
import ecommerce.order.repair.FulfilmentRepair;
import ecommerce.order.repair.RefundedOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * One comparison of all orders, page after page. The services are asked one after the other while the shop goes on, so
 * whatever seems wrong is looked at again, and counts only if nothing has happened to the order meanwhile.
 */
@Service
class Reconciliation {

    /**
     * When and what is compared.
     *
     * @param interval between two runs
     * @param grace what changed so recently is left for the next run: news of it may still be on its way
     * @param lookBack orders that nothing has happened to for so long aren't compared any more
     * @param notMovingAfter after which an order that stays at a step without being flagged is a mismatch
     */
    @ConfigurationProperties("shop.reconciliation")
    record Properties(Duration interval, Duration grace, Duration lookBack, Duration notMovingAfter) {}

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final OrderPages orders;
    private final Neighbours neighbours;
    private final Orphans orphans;
    private final FulfilmentRepair repair;
    private final RefundedOrders refunded;
    private final ReconciliationRuns runs;
    private final Properties properties;
    private final Clock clock;

    Reconciliation(
            OrderPages orders,
            Neighbours neighbours,
            Orphans orphans,
            FulfilmentRepair repair,
            RefundedOrders refunded,
            ReconciliationRuns runs,
            Properties properties,
            Clock clock) {
        this.orders = orders;
        this.neighbours = neighbours;
        this.orphans = orphans;
        this.repair = repair;
        this.refunded = refunded;
        this.runs = runs;
        this.properties = properties;
        this.clock = clock;
    }

    /** Compares all orders. Throws if a service doesn't answer; the run is then discarded. */
    ReconciliationRuns.Run run() {
        var start = clock.instant();
        var since = start.minus(properties.lookBack());
        var runId = runs.begin(start);
        var count = compareAll(runId, start, orders.beforeFirst(since), after -> orders.changed(after, since));
        count += compareAll(runId, start, 0, after -> orders.open(after, since));
        runs.add(runId, report(orphans.search()));
        return runs.finish(runId, clock.instant(), count);
    }

    private long compareAll(long runId, Instant start, long afterOrderId, LongFunction<List<OrderState>> pages) {
        var settledBefore = start.minus(properties.grace());
        var comparison = new Comparison(settledBefore);
        var count = 0L;
        var page = pages.apply(afterOrderId);
        while (!page.isEmpty()) {
            var known = neighbours.ask(page.stream().map(OrderState::orderId).toList());
            runs.add(runId, look(page, known, comparison, settledBefore));
            count += page.size();
            page = page.size() < OrderPages.SIZE
                    ? List.of()
                    : pages.apply(page.getLast().orderId());
        }
        return count;
    }

    private List<Mismatch> look(List<OrderState> page, Knowledge known, Comparison comparison, Instant settledBefore) {
        var found = new ArrayList<Mismatch>();
        for (var order : page) {
            if (order.changedAt().isAfter(settledBefore)) {
                continue;
            }
            var mismatches = compare(order, known, comparison);
            if (!mismatches.isEmpty()
                    && orders.find(order.orderId()).filter(order::isSameAs).isPresent()) {
                mismatches.forEach(mismatch -> found.add(mend(mismatch)));
            }
        }
        return report(found);
    }

    private static List<Mismatch> report(List<Mismatch> found) {
        found.forEach(mismatch -> log.error(
                "Order {} disagrees with the shop: {}. {} ({})",
                mismatch.orderId(),
                mismatch.kind(),
                mismatch.detail(),
                mismatch.repair() == null ? "people must look" : mismatch.repair()));
        return found;
    }

    private List<Mismatch> compare(OrderState order, Knowledge known, Comparison comparison) {
        if (order.settled()) {
            return comparison.compare(
                    order,
                    known.reservations().get(order.orderId()),
                    known.payments().get(order.orderId()),
                    known.shipments().getOrDefault(order.orderId(), List.of()));
        }
        if (!order.hasTask()) {
            return List.of(new Mismatch(order.orderId(), MismatchKind.CHECKOUT_LOST, "Its steps have no task"));
        }
        var stuckBefore = clock.instant().minus(properties.notMovingAfter());
        return order.flagged() || order.changedAt().isAfter(stuckBefore)
                ? List.of()
                : List.of(new Mismatch(
                        order.orderId(), MismatchKind.NOT_MOVING, "At the same step since " + order.changedAt()));
    }

    /** Repeats undo steps and steps that were decided before. It never sells or charges anything. */
    private Mismatch mend(Mismatch mismatch) {
        switch (mismatch.kind()) {
            case CHECKOUT_LOST -> repair.resume(mismatch.orderId());
            case STOCK_NOT_RETURNED, PAYMENT_NOT_RETURNED, SHIPMENT_NOT_CANCELLED ->
                repair.undoAgain(mismatch.orderId());
            case PAYMENT_REFUNDED -> refunded.stop(mismatch.orderId());
            case SHIPMENT_NOT_RELEASED -> repair.releaseShipmentAgain(mismatch.orderId());
            default -> {
                return mismatch;
            }
        }
        return mismatch.repairedBy("Done once more");
    }
}
