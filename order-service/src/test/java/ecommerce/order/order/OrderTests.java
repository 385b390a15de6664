package ecommerce.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import ecommerce.order.line.OrderLine;
import ecommerce.order.recipient.DeliveryAddress;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class OrderTests {

    @Test
    void costsTheSumOfItsLines() {
        assertThat(newOrder().orderFee()).isEqualByComparingTo("25.50");
    }

    @Test
    void movesFromPendingToDelivered() {
        var order = newOrder();
        order.confirm("checkout");
        order.ship("shipping");
        order.deliver("shipping");

        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order.lifecycle().history())
                .extracting(HistoryEntry::to)
                .containsExactly(
                        OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED);
    }

    @Test
    void isFinallyRejectedWithAReason() {
        var order = newOrder();
        order.reject("Out of stock", true, "checkout");

        assertThat(order.lifecycle().reason()).isEqualTo("Out of stock");
        assertThatExceptionOfType(IllegalOrderTransitionException.class).isThrownBy(() -> order.confirm("checkout"));
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void canBeCancelledUntilShippedAndReturnedOnceDelivered() {
        var cancelled = newOrder();
        cancelled.confirm("checkout");
        cancelled.cancel("Changed my mind", "alice");
        assertThat(cancelled.lifecycle().reason()).isEqualTo("Changed my mind");

        var delivered = newOrder();
        delivered.confirm("checkout");
        delivered.ship("shipping");
        assertThatExceptionOfType(IllegalOrderTransitionException.class)
                .isThrownBy(() -> delivered.cancel("Too late", "alice"));
        delivered.deliver("shipping");
        delivered.takeBack("Too big", "admin");
        assertThat(delivered.status()).isEqualTo(OrderStatus.RETURNED);
    }

    @Test
    void keepsItsStatusWhenFlaggedOrNoted() {
        var order = newOrder();
        order.needAttention("No answer", "fulfilment");
        order.note("Retried", "admin");
        assertThat(order.needsAttention()).isTrue();
        order.endAttention("fulfilment");

        assertThat(order.needsAttention()).isFalse();
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.lifecycle().history())
                .extracting(HistoryEntry::reason)
                .containsExactly(null, "No answer", "Retried", "No longer needs attention");
    }

    @Test
    void publishesEachStatusChange() {
        var order = newOrder();
        order.confirm("checkout");
        order.note("Looked at", "admin");

        assertThat(ReflectionTestUtils.<Collection<?>>invokeMethod(order, "domainEvents"))
                .extracting("from", "to")
                .containsExactly(tuple(null, OrderStatus.PENDING), tuple(OrderStatus.PENDING, OrderStatus.CONFIRMED));
    }

    @Test
    void shipsOnlyIfConfirmed() {
        assertThatExceptionOfType(IllegalOrderTransitionException.class)
                .isThrownBy(() -> newOrder().ship("shipping"));
    }

    private static Order newOrder() {
        var lines = Map.of(
                1L, new OrderLine(2, "Lamp", "L", null, new BigDecimal("10.25")),
                2L, new OrderLine(1, "Bulb", "B", null, new BigDecimal("5.00")));
        return new Order(7, 1, null, new DeliveryAddress("Calle 10", "760044", "Cali"), null, lines, "alice");
    }
}
