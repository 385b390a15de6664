package ecommerce.order.checkout;

import ecommerce.order.order.DeliveryAddress;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderLine;
import ecommerce.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a step needs to know of its order, read before it asks other services anything. */
record CheckoutWork(
        long orderId,
        int round,
        CheckoutPosition position,
        OrderStatus goal,
        Instant stepSince,
        long userId,
        BigDecimal fee,
        Map<Long, OrderLine> lines,
        DeliveryAddress address,
        @Nullable String paymentToken,
        Instant deadline,
        @Nullable String reason,
        @Nullable String cancelRequestedBy) {

    static CheckoutWork of(Checkout checkout, Order order) {
        return new CheckoutWork(
                order.orderId(),
                checkout.round(),
                checkout.position(),
                checkout.goal(),
                checkout.stepSince(),
                order.userId(),
                order.orderFee(),
                Map.copyOf(order.lines()),
                order.address(),
                checkout.paymentToken(),
                checkout.deadline(),
                checkout.reason(),
                checkout.cancelRequestedBy());
    }

    /** Whether there is nothing to pay: then payment-service isn't asked to authorise or capture anything. */
    boolean isFree() {
        return fee.signum() == 0;
    }

    /** The same order, one step on. */
    CheckoutWork at(CheckoutPosition next, @Nullable String nowCancelRequestedBy) {
        return new CheckoutWork(
                orderId, round, next, goal, Instant.now(), userId, fee, lines, address, paymentToken, deadline, reason,
                nowCancelRequestedBy);
    }

    @Override
    public String toString() {
        return "CheckoutWork[orderId=%d, position=%s]".formatted(orderId, position);
    }
}
