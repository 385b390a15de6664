package ecommerce.order.checkout;

import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many orders wait, for people or for an answer; every replica tells the same. */
@Configuration(proxyBeanMethods = false)
class CheckoutMetrics {

    @Bean
    MeterBinder waitingOrders(OrderRepository orders) {
        return registry -> {
            Gauge.builder("shop.orders.needing.attention", () -> orders.countByStatus(OrderStatus.NEEDS_ATTENTION))
                    .description("Orders whose money only people can find")
                    .register(registry);
            Gauge.builder("shop.orders.pending", () -> orders.countByStatus(OrderStatus.PENDING))
                    .description("Orders whose checkout is at work")
                    .register(registry);
        };
    }
}
