package ecommerce.order.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves an order from a step to the next in one statement, as most steps of most orders go. */
@Component
class NextStep {

    private record Row(@Nullable String cancelRequestedBy) {}

    private final JdbcClient jdbc;

    NextStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next step; empty if there is none, or the order has gone past this one. */
    Optional<CheckoutWork> after(CheckoutWork work) {
        var next = work.position().afterSuccess();
        var keepsToken = next == CheckoutPosition.AUTHORISE_PAYMENT;
        return jdbc.sql(
                        """
                        UPDATE checkout
                           SET position = :next, step_since = now(), version = version + 1,
                               payment_token = CASE WHEN :keepsToken THEN payment_token END
                         WHERE order_id = :orderId AND position = :position AND round = :round AND NOT parked
                        RETURNING cancel_requested_by
                        """)
                .param("next", next.name())
                .param("keepsToken", keepsToken)
                .param("orderId", work.orderId())
                .param("position", work.position().name())
                .param("round", work.round())
                .query(Row.class)
                .optional()
                .filter(row -> next != CheckoutPosition.DONE)
                .map(row -> work.at(next, row.cancelRequestedBy()));
    }
}
