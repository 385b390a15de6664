package ecommerce.order.shipment;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.order.IllegalOrderTransitionException;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets orders follow their shipments, when all have come as far; an event that comes again changes nothing. */
@Service
@Transactional
class ShipmentService {

    private static final String BY = "shipping-service";

    private final OrderRepository orders;
    private final JdbcClient jdbc;

    ShipmentService(OrderRepository orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** 404 for an unknown order; 409 for an event that comes too early: it is to be sent again. */
    void receive(long orderId, ShipmentEvent event) {
        var order = orders.findById(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        var isNew = jdbc.sql("INSERT INTO shipment_event (event_id, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(event.eventId(), orderId)
                        .update()
                == 1;
        if (isNew && event.complete()) {
            follow(order, event);
        }
    }

    private static void follow(Order order, ShipmentEvent event) {
        try {
            switch (event.shippingStatus()) {
                case SHIPPED -> order.ship(BY);
                case DELIVERED -> order.deliver(BY);
            }
        } catch (IllegalOrderTransitionException e) {
            throw Problem.conflict("%s; send it again".formatted(e.getMessage()));
        }
    }
}
