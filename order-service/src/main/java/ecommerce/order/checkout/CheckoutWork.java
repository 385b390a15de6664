package ecommerce.order.checkout;

import ecommerce.order.order.DeliveryAddress;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a step needs to know of its order, read before it asks other services anything. */
record CheckoutWork(
        long orderId,
        long userId,
        BigDecimal fee,
        Map<Long, OrderLine> lines,
        DeliveryAddress address,
        @Nullable String paymentToken,
        Instant deadline) {

    static CheckoutWork of(Checkout checkout, Order order) {
        return new CheckoutWork(
                order.orderId(),
                order.userId(),
                order.orderFee(),
                Map.copyOf(order.lines()),
                order.address(),
                checkout.paymentToken(),
                checkout.deadline());
    }

    @Override
    public String toString() {
        return "CheckoutWork[orderId=%d]".formatted(orderId);
    }
}
