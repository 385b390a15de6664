package ecommerce.order.order;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderResponse.CartReference;
import ecommerce.order.order.OrderResponse.Item;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one order with its lines and history. Customers repeat this request until their order is confirmed, so it takes
 * one statement, which needs no transaction.
 */
@Component
public class OrderQueries {

    private static final String SELECT = """
            SELECT order_id, order_date, order_desc, order_fee, status, reason, attention_since, attention_reason,
                   restored_cart_id, user_id, cart_id, full_address, postal_code, city,
                   recipient_name, recipient_email, recipient_phone, version,
                   (SELECT coalesce(json_agg(json_build_object(
                               'productId', product_id, 'productTitle', product_title, 'sku', sku,
                               'imageUrl', image_url, 'priceUnit', price_unit, 'orderedQuantity', ordered_quantity,
                               'cancelledQuantity', cancelled_quantity, 'returnedQuantity', returned_quantity,
                               'lineTotal', price_unit * ordered_quantity) ORDER BY product_id), '[]')
                      FROM order_item WHERE order_item.order_id = orders.order_id) AS items,
                   (SELECT coalesce(json_agg(json_build_object(
                               'at', at, 'by', changed_by, 'from', status_from, 'to', status_to,
                               'reason', order_history.reason) ORDER BY position), '[]')
                      FROM order_history WHERE order_history.order_id = orders.order_id) AS history
              FROM orders WHERE order_id = ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Returns an order. Throws 404 if it doesn't exist or if the caller may not see it. */
    OrderResponse find(long orderId, Caller caller) {
        return select(orderId)
                .filter(order -> caller.mayActFor(order.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
    }

    /** Returns an order to a caller whose access was checked. */
    public OrderResponse read(long orderId) {
        return select(orderId).orElseThrow();
    }

    private Optional<OrderResponse> select(long orderId) {
        return jdbc.sql(SELECT).param(orderId).query(this::toResponse).optional();
    }

    private OrderResponse toResponse(ResultSet row, int rowNumber) throws SQLException {
        return new OrderResponse(
                row.getLong("order_id"),
                row.getTimestamp("order_date").toInstant(),
                row.getString("order_desc"),
                row.getBigDecimal("order_fee"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                attention(row),
                row.getObject("restored_cart_id", Long.class),
                row.getLong("user_id"),
                new CartReference(row.getLong("cart_id"), row.getLong("user_id")),
                List.of(json.readValue(row.getString("items"), Item[].class)),
                new DeliveryAddress(row.getString("full_address"), row.getString("postal_code"), row.getString("city")),
                recipient(row),
                List.of(json.readValue(row.getString("history"), HistoryEntry[].class)),
                row.getLong("version"));
    }

    private static @Nullable Attention attention(ResultSet row) throws SQLException {
        var since = row.getTimestamp("attention_since");
        return since == null ? null : new Attention(since.toInstant(), row.getString("attention_reason"));
    }

    private static @Nullable Recipient recipient(ResultSet row) throws SQLException {
        var name = row.getString("recipient_name");
        return name == null
                ? null
                : new Recipient(name, row.getString("recipient_email"), row.getString("recipient_phone"));
    }
}
