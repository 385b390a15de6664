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
 * Compares all orders with the other services, page after page. The services are called one after the other while the
 * shop is in use. So each apparent mismatch is checked again, and counts only if the order hasn't changed meanwhile.
 */
@Service
class Reconciliation {

    /**
     * Configures the comparison.
     *
     * @param interval the pause between two runs
     * @param grace orders that changed more recently are left to the next run, because events may still be on their way
     * @param lookBack orders that haven't changed for longer aren't compared any more
     * @param notMovingAfter the time at one step, without a flag, after which an order is a mismatch
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

    /** Compares all orders. Throws if a service is unavailable; the run is then discarded. */
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
                mismatch.repair() == null ? "staff must look at it" : mismatch.repair()));
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
            return List.of(new Mismatch(order.orderId(), MismatchKind.CHECKOUT_LOST, "It has steps left but no task"));
        }
        var stuckBefore = clock.instant().minus(properties.notMovingAfter());
        return order.flagged() || order.changedAt().isAfter(stuckBefore)
                ? List.of()
                : List.of(new Mismatch(
                        order.orderId(), MismatchKind.NOT_MOVING, "At the same step since " + order.changedAt()));
    }

    /**
     * Repairs a mismatch by repeating undo steps and steps that were already decided. It never commits stock or charges
     * a customer.
     */
    private Mismatch mend(Mismatch mismatch) {
        switch (mismatch.kind()) {
            case CHECKOUT_LOST -> repair.resume(mismatch.orderId());
            case STOCK_NOT_RETURNED, SHIPMENT_NOT_CANCELLED -> repair.undoAgain(mismatch.orderId());
            case PAYMENT_NOT_RETURNED -> repair.reverseAgain(mismatch.orderId());
            case PAYMENT_REFUNDED -> refunded.stop(mismatch.orderId());
            case SHIPMENT_NOT_RELEASED -> repair.releaseShipmentAgain(mismatch.orderId());
            default -> {
                return mismatch;
            }
        }
        return mismatch.repairedBy("The steps are repeated");
    }
}
