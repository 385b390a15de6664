package ecommerce.order.order;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.cart.CartRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verifies that no query of order-service reads a whole table, with 10,000 orders in a transaction that is rolled back.
 */
class QueryPlanIT extends OrderServiceTest {

    private static final long FIRST = 50_000_000;
    private static final Pageable PAGE = PageRequest.of(0, 20, Sort.by(Sort.Direction.DESC, "orderDate"));

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OrderService orders;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private OrderRepository repository;

    @Autowired
    private CartRepository carts;

    @Autowired
    private ApplicationContext context;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = fill();
            lists(reads);
            byId(reads);
            recurring(reads);
        });
    }

    private void lists(WholeTableReads reads) {
        var staff = new Caller("1", "admin", Set.of("ADMIN"));
        var customer = new Caller(Long.toString(FIRST + 7), "customer", Set.of("USER"));
        var recent = Instant.now().minus(Duration.ofMinutes(5));
        reads.requireNone("a customer's orders", () -> orders.search(filter(null, null, null), PAGE, customer));
        reads.requireNone("orders of a user", () -> orders.search(filter(FIRST + 7, null, null), PAGE, staff));
        reads.requireNone("pending orders", () -> orders.search(filter(null, OrderStatus.PENDING, null), PAGE, staff));
        reads.requireNone(
                "flagged orders", () -> orders.search(filter(null, OrderStatus.NEEDS_ATTENTION, null), PAGE, staff));
        reads.requireNone("recent orders", () -> orders.search(filter(null, null, recent), PAGE, staff));
        reads.requireNone("orders of a product", () -> orders.search(ofProduct(7L), PAGE, staff));
        reads.requireNone("orders of an email", () -> orders.search(ofEmail("Ada50000007@"), PAGE, staff));
        reads.requireNone("orders of a recipient", () -> orders.search(ofRecipient("Love50000007"), PAGE, staff));
        reads.requireNone("flagged ids", () -> orders.findFlagged(filter(null, null, null), 0, 100, staff));
        reads.requireNone("parked ids", () -> repository.findIdsByStatus(OrderStatus.NEEDS_ATTENTION, Limit.of(100)));
        reads.requireNone("carts of a user", () -> carts.search(FIRST + 7, null, PageRequest.of(0, 20)));
    }

    private void byId(WholeTableReads reads) {
        reads.requireNone("an order", () -> queries.read(FIRST + 7));
        reads.requireNone("the open cart", () -> carts.findOpen(FIRST + 7));
        reads.requireNone("the locked cart", () -> carts.lock(FIRST + 7));
        reads.requireNone("the locked open cart", () -> carts.lockOpen(FIRST + 7));
        reads.requireNone("the latest cart", () -> carts.findFirstByUserIdOrderByCartIdDesc(FIRST + 7));
        reads.requireNone("the order of a cart", () -> repository.findIdByCart(FIRST + 7));
        reads.requireNone("a guest's cart", () -> carts.findGuest(UUID.randomUUID()));
        reads.requireNone("what a merge left out", () -> invoke("leftOutStore", "find", FIRST + 7));
    }

    private void recurring(WholeTableReads reads) {
        reads.requireNone("fulfilment's metrics", () -> invoke("fulfilmentMetrics", "read"));
        reads.requireNone("reconciliation's metrics", () -> invoke("reconciliationMetrics", "read"));
        reads.requireNone("unused carts", () -> carts.findUnusedGuests(Instant.EPOCH, Limit.of(100)));
        var since = Instant.now().minus(Duration.ofMinutes(5));
        reads.requireNone("the first changed order", () -> invoke("orderPages", "beforeFirst", since));
        reads.requireNone("a page of changed orders", () -> invoke("orderPages", "changed", FIRST + 9_000, since));
        reads.requireNone("a page of open orders", () -> invoke("orderPages", "open", 0L, since));
        reads.requireNone("existing orders", () -> invoke("orderPages", "existing", List.of(FIRST, FIRST + 1)));
        reads.requireNone("orders without a recipient", () -> invoke("recipientTask", "nameless"));
    }

    private void invoke(String bean, String method, Object... arguments) {
        ReflectionTestUtils.invokeMethod(context.getBean(bean), method, arguments);
    }

    private WholeTableReads fill() {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + 9_999);
        var inserts = List.of(
                "INSERT INTO cart (cart_id, user_id, status, created_at, version) SELECT g, g % 3000 + " + FIRST
                        + ", 'ORDERED', now() - interval '30 days', 0",
                "INSERT INTO orders (order_id, user_id, cart_id, order_date, order_fee, status, full_address, postal_code,"
                        + " city, version, changed_at, recipient_name,"
                        + " recipient_email) SELECT g, g % 3000 + " + FIRST
                        + ", g, now() - interval '30 days', 10, 'DELIVERED', 'Calle 10', '760044', 'Cali', 0,"
                        + " now() - interval '30 days', 'Ada Love' || g,"
                        + " 'ada' || g || '@example.com'",
                "INSERT INTO order_item (order_id, product_id, ordered_quantity, product_title, sku, price_unit)"
                        + " SELECT g, g % 1000, 1, 'Lamp', 'L', 10",
                "INSERT INTO order_history (order_id, position, at, changed_by, status_to) SELECT g, 0, now(), 'a', 'PENDING'",
                "INSERT INTO checkout (order_id, position, deadline) SELECT g, 'DONE', now()");
        var reads = WholeTableReads.fill(
                jdbc, inserts.stream().map(insert -> insert + series).toList());
        // Merges the pending list of the index, as autovacuum does. It would affect the planner's costs.
        WholeTableReads.asOwner(jdbc, "SELECT gin_clean_pending_list('orders_recipient_name_idx')");
        return reads;
    }

    private static OrderFilter filter(@Nullable Long userId, @Nullable OrderStatus status, @Nullable Instant from) {
        return new OrderFilter(userId == null ? null : userId.toString(), status, from, null, null, null, null);
    }

    private static OrderFilter ofProduct(long productId) {
        return new OrderFilter(null, null, null, null, productId, null, null);
    }

    private static OrderFilter ofEmail(String email) {
        return new OrderFilter(null, null, null, null, null, email, null);
    }

    private static OrderFilter ofRecipient(String recipient) {
        return new OrderFilter(null, null, null, null, null, null, recipient);
    }
}
