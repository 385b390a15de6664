package ecommerce.shipping.shipping;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.shipping.ShippingServiceTest;
import ecommerce.shipping.shipment.ShipmentRepository;
import ecommerce.shipping.shipment.ShippingStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the plans of queries on 10,000 shipments, in a transaction that is rolled back. */
class QueryPlanIT extends ShippingServiceTest {

    private static final long FIRST = 50_000_000;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ShippingService shippings;

    @Autowired
    private ShipmentRepository shipments;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = fill();
            var staff = new Caller("1", "admin", Set.of("ADMIN"));
            var page = PageRequest.of(0, 20);
            reads.requireNone("shipments of a user", () -> shippings.search(FIRST + 7, null, null, page, staff));
            reads.requireNone("shipments of an order", () -> shippings.search(null, FIRST + 7, null, page, staff));
            reads.requireNone(
                    "shipments to ship", () -> shippings.search(null, null, ShippingStatus.READY, page, staff));
            reads.requireNone("a shipment", () -> shippings.find(FIRST + 7, staff));
            reads.requireNone(
                    "a page of the book", () -> shipments.findOrderIds(FIRST + 100, Long.MAX_VALUE, Limit.of(20)));
            reads.requireNone("shipments of orders", () -> shipments.findByOrderIdIn(List.of(FIRST + 1, FIRST + 2)));
        });
    }

    private WholeTableReads fill() {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + 9_999);
        var inserts = List.of(
                "INSERT INTO shipment (shipping_id, order_id, user_id, status, created_at, version) SELECT g, g, g % 3000 + "
                        + FIRST + ", 'DELIVERED', now(), 0",
                "INSERT INTO shipment_item SELECT g, 1, 1",
                "INSERT INTO shipment_history (shipping_id, position, at, changed_by, status_to)"
                        + " SELECT g, 0, now(), 'a', 'PENDING'");
        return WholeTableReads.fill(
                jdbc, inserts.stream().map(insert -> insert + series).toList());
    }
}
