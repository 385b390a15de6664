package ecommerce.order.shipment;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.amendment.FailedParcels;
import ecommerce.order.amendment.PiecesItem;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.shipment.ShipmentEvent.Failure;
import ecommerce.order.shipment.ShipmentEvent.Status;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Updates an order's status once all its parcels have reached that status. Except for corrections, the status only
 * moves forwards. A duplicate, late or out-of-order event is accepted, so that it never blocks later events in the
 * sender's outbox.
 */
@Service
@Transactional
class ShipmentService {

    private static final Logger log = LoggerFactory.getLogger(ShipmentService.class);

    private static final String BY = "shipping-service";

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final FailedParcels parcels;
    private final JdbcClient jdbc;

    ShipmentService(OrderRepository orders, OrderChanges changes, FailedParcels parcels, JdbcClient jdbc) {
        this.orders = orders;
        this.changes = changes;
        this.parcels = parcels;
        this.jdbc = jdbc;
    }

    /**
     * Receives an event. Throws 404 if the order doesn't exist, and 409 if it isn't confirmed yet; the sender then
     * retries.
     */
    void receive(long orderId, ShipmentEvent event) {
        if (!orders.existsById(orderId)) {
            throw Problem.notFound("order", orderId);
        }
        var isNew = jdbc.sql("INSERT INTO shipment_event (event_id, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(event.eventId(), orderId)
                        .update()
                == 1;
        if (!isNew) {
            return;
        }
        if (event.failure() != null) {
            fail(orderId, event, event.failure());
        } else if (event.isCorrection()) {
            changes.apply(orderId, order -> correct(order, event));
        }
        if (event.complete() && !event.isCorrection()) {
            changes.apply(orderId, order -> follow(order, event));
        }
    }

    private void fail(long orderId, ShipmentEvent event, Failure failure) {
        var pieces = PiecesItem.sum(event.items() == null ? List.of() : event.items());
        switch (failure) {
            case LOST -> parcels.lose(orderId, event.eventId(), pieces, event.reasonOr("The parcel was lost"));
            case UNDELIVERABLE ->
                parcels.bringBack(
                        orderId,
                        event.eventId(),
                        pieces,
                        Boolean.TRUE.equals(event.restock()),
                        event.reasonOr("The parcel came back"));
        }
    }

    /** Returns the order to the status of the corrected parcel. */
    private static void correct(Order order, ShipmentEvent event) {
        var status = event.shippingStatus() == Status.READY ? OrderStatus.CONFIRMED : OrderStatus.SHIPPED;
        var isAhead = order.status() == OrderStatus.DELIVERED
                || (order.status() == OrderStatus.SHIPPED && status == OrderStatus.CONFIRMED);
        if (isAhead) {
            order.correctTo(status, event.reasonOr("Corrected by staff"), BY);
        } else if (order.status().isUndone()) {
            noteContradiction(order, event);
        }
    }

    private static void follow(Order order, ShipmentEvent event) {
        switch (order.status()) {
            case PENDING ->
                throw Problem.conflict(
                        "Order %d is still PENDING. Retry the event when it is confirmed.".formatted(order.orderId()));
            case CONFIRMED -> {
                order.ship(BY);
                if (event.shippingStatus() == Status.DELIVERED) {
                    order.deliver(BY);
                }
            }
            case SHIPPED -> {
                if (event.shippingStatus() == Status.DELIVERED) {
                    order.deliver(BY);
                }
            }
            case DELIVERED, RETURNED -> {
                // the order is already further on
            }
            case REJECTED, CANCELLED, NEEDS_ATTENTION -> {
                noteContradiction(order, event);
            }
        }
    }

    private static void noteContradiction(Order order, ShipmentEvent event) {
        log.error(
                "shipping-service reports the goods of order {} as {}, but the order is {}",
                order.orderId(),
                event.shippingStatus(),
                order.status());
        order.note("The goods are reported as " + event.shippingStatus(), BY);
    }
}
