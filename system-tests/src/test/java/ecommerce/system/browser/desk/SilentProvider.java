package ecommerce.system.browser.desk;

import static org.awaitility.Awaitility.await;

import ecommerce.system.client.ShopDatabase;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The sandbox's payment provider, which answers no capture of a payment with {@link #TOKEN}. The tests' shop flags an order
 * after some seconds without an answer.
 */
record SilentProvider(String databaseUrl) {

    static final String TOKEN = "tok_capture_down";

    private static final String ANSWER = """
            UPDATE payment_service.sandbox_charge SET token = 'tok_approved'
             WHERE reference = (SELECT reference FROM payment_service.payment WHERE order_id = ?)
            """;
    private static final String POSTPONE = """
            UPDATE order_service.scheduled_tasks SET execution_time = now() + interval '1 hour'
             WHERE task_name = 'fulfilment' AND task_instance LIKE ? || ':%' AND NOT picked
            """;

    /** Waits until an order is flagged. */
    void awaitFlag(CustomerOrder order) {
        var staff = order.shop().staff();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> staff.get(order.path()).body().get("attention") != null);
    }

    /** Answers from now on. Before, postpones the automatic retry of the order, so that only staff retry it. */
    void answer(CustomerOrder order) {
        await().until(() -> update(POSTPONE, order.number()) == 1);
        await().until(() -> update(ANSWER, Long.valueOf(order.number())) == 1);
    }

    private int update(String sql, Object parameter) {
        try (var database = new ShopDatabase(databaseUrl);
                var statement = database.connection().prepareStatement(sql)) {
            statement.setObject(1, parameter);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
