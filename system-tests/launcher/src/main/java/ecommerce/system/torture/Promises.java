package ecommerce.system.torture;

import java.util.List;

/**
 * The guarantees that must hold in the database when no order is in progress. Each is a query that finds violations.
 */
final class Promises {

    /**
     * A guarantee of the shop.
     *
     * @param text the guarantee in words
     * @param of the kind of item that the guarantee is about, such as order
     * @param offenders a query for the ids of the items that break the guarantee
     * @param all a query for the number of checked items
     */
    record Promise(String text, String of, String offenders, String all) {}

    /** Orders in progress, and unfinished durable tasks of all services. */
    static final String UNFINISHED = """
            SELECT order_id FROM order_service.orders JOIN order_service.checkout USING (order_id)
             WHERE status IN ('PENDING', 'NEEDS_ATTENTION') OR position <> 'DONE'
            UNION ALL SELECT order_id FROM order_service.amendment WHERE status IN ('WAITING', 'RUNNING')
            UNION ALL SELECT order_id FROM shipping_service.outbox_event
            UNION ALL SELECT message_key FROM shipping_service.outbox_message
            UNION ALL SELECT payment_id FROM payment_service.payment
             WHERE status = 'AUTHORISED' AND capture_requested_at IS NOT NULL
            UNION ALL SELECT payment_id FROM payment_service.refund WHERE status = 'PENDING'
            UNION ALL SELECT payment_id FROM payment_service.payment WHERE status = 'VOIDED' AND NOT void_confirmed
            """;

    private static final String ORDERS = "SELECT count(*) FROM order_service.orders";
    private static final String PRODUCTS = "SELECT count(*) FROM product_service.stock";
    private static final String SOLD = "('CONFIRMED', 'SHIPPED', 'DELIVERED')";

    /**
     * The amount of an order that the shop keeps: the price of the pieces that the customer keeps, less refunds as
     * goodwill.
     */
    private static final String KEPT = """
            CASE WHEN status IN %s THEN greatest(0, (
                 SELECT sum(price_unit * (ordered_quantity - cancelled_quantity - returned_quantity))
                   FROM order_service.order_item i WHERE i.order_id = o.order_id) - (
                 SELECT coalesce(sum(r.amount), 0)
                   FROM payment_service.refund r JOIN payment_service.payment p USING (payment_id)
                  WHERE p.order_id = o.order_id AND r.status = 'SUCCEEDED' AND r.reason = 'Goodwill')) ELSE 0 END
            """.formatted(SOLD);

    static final List<Promise> ALL = List.of(
            new Promise("every accepted order is in a final state", "order", UNFINISHED, ORDERS),
            new Promise(
                    "units sold + units left + units written off = units put in",
                    "product",
                    """
                    SELECT product_id FROM product_service.stock s
                     WHERE on_hand + (SELECT coalesce(sum(ordered_quantity - cancelled_quantity - returned_quantity), 0)
                                        FROM order_service.order_item i JOIN order_service.orders o USING (order_id)
                                       WHERE i.product_id = s.product_id AND o.status IN %s)
                        <> (SELECT coalesce(sum(delta), 0) FROM product_service.stock_movement m
                             WHERE m.product_id = s.product_id AND reason IN ('SET', 'IMPORTED', 'WRITTEN_OFF'))
                    """.formatted(SOLD),
                    PRODUCTS),
            new Promise(
                    "no stock is negative or still reserved",
                    "product",
                    "SELECT product_id FROM product_service.stock WHERE on_hand < 0 OR reserved <> 0",
                    PRODUCTS),
            new Promise("the ledger of stock adds up to the stock", "product", """
                    SELECT s.product_id
                      FROM product_service.stock s JOIN product_service.stock_movement m USING (product_id)
                     GROUP BY s.product_id, on_hand, reserved
                    HAVING sum(delta) <> on_hand OR sum(reserved_delta) <> reserved
                    """, PRODUCTS),
            new Promise(
                    "captured - refunded = the pieces that the customer keeps - goodwill, in the shop's ledger",
                    "order",
                    """
                    SELECT order_id FROM order_service.orders o
                     WHERE %s <> coalesce((
                           SELECT sum(CASE entry WHEN 'CAPTURED' THEN l.amount WHEN 'REFUNDED' THEN -l.amount ELSE 0 END)
                             FROM payment_service.payment p JOIN payment_service.payment_ledger l USING (payment_id)
                            WHERE p.order_id = o.order_id), 0)
                    """.formatted(KEPT),
                    ORDERS),
            new Promise("the same, in the provider's own book", "order", """
                    SELECT order_id FROM order_service.orders o
                     WHERE %s <> coalesce((
                           SELECT sum(CASE kind WHEN 'CAPTURED' THEN e.amount WHEN 'REFUNDED' THEN -e.amount ELSE 0 END)
                             FROM payment_service.payment p JOIN payment_service.sandbox_entry e USING (reference)
                            WHERE p.order_id = o.order_id), 0)
                    """.formatted(KEPT), ORDERS),
            new Promise("at most one authorisation and one capture per order at the provider", "order", """
                    SELECT order_id FROM payment_service.payment JOIN payment_service.sandbox_entry USING (reference)
                     WHERE kind IN ('AUTHORISED', 'CAPTURED') GROUP BY order_id, kind HAVING count(*) > 1
                    """, ORDERS),
            new Promise(
                    "no charge is still authorised or without a payment",
                    "charge",
                    """
                    SELECT 1 FROM payment_service.sandbox_charge LEFT JOIN payment_service.payment USING (reference)
                     WHERE state = 'AUTHORISED' OR payment_id IS NULL
                    """,
                    "SELECT count(*) FROM payment_service.sandbox_charge"),
            new Promise("shipments contain what was sold", "order", """
                    SELECT order_id FROM order_service.orders o
                     WHERE status IN %s AND EXISTS (
                           SELECT product_id, ordered_quantity - cancelled_quantity
                             FROM order_service.order_item i
                            WHERE i.order_id = o.order_id AND ordered_quantity > cancelled_quantity
                           EXCEPT SELECT product_id, sum(ordered_quantity)
                             FROM shipping_service.shipment s JOIN shipping_service.shipment_item USING (shipping_id)
                            WHERE s.order_id = o.order_id AND s.status <> 'CANCELLED' GROUP BY product_id)
                        OR status IN ('REJECTED', 'CANCELLED') AND EXISTS (
                           SELECT FROM shipping_service.shipment s
                            WHERE s.order_id = o.order_id AND s.status <> 'CANCELLED')
                    """.formatted(SOLD), ORDERS));

    private Promises() {}
}
