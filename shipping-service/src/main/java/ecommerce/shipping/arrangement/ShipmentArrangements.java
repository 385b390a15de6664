package ecommerce.shipping.arrangement;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.shipping.shipment.Recipient;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShipmentRepository;
import ecommerce.shipping.shipment.ShippingStatus;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, releases and cancels the shipments of orders. Every call is idempotent. */
@Service
@Transactional
class ShipmentArrangements {

    private final ShipmentRepository shipments;

    ShipmentArrangements(ShipmentRepository shipments) {
        this.shipments = shipments;
    }

    /**
     * Creates the order's shipment, or returns the existing one. Fails with 409 if the order's shipments are cancelled.
     */
    Shipment create(long orderId, CreateShipmentRequest request, Caller caller) {
        var all = shipments.lockOrderAndShipments(orderId);
        var shipment = all.isEmpty()
                ? Shipment.create(
                        orderId, request.userId(), request.address(), request.summedItems(), caller.username())
                : wanted(all).getFirst();
        if (request.recipient() != null) {
            shipment.nameRecipient(request.recipient());
        }
        return shipments.saveAndFlush(shipment);
    }

    /** Releases the order's shipments that aren't cancelled. Fails with 409 if there are none. */
    Shipment release(long orderId, Caller caller) {
        var all = shipments.lockOrderAndShipments(orderId);
        if (all.isEmpty()) {
            throw Problem.conflict("Order %d has no shipment".formatted(orderId));
        }
        var wanted = wanted(all);
        wanted.forEach(shipment -> shipment.release(caller.username()));
        return wanted.getFirst();
    }

    /** Returns the shipments that aren't cancelled. Fails with 409 if all are. */
    private static List<Shipment> wanted(List<Shipment> all) {
        var wanted = all.stream()
                .filter(shipment -> shipment.status() != ShippingStatus.CANCELLED)
                .toList();
        if (wanted.isEmpty()) {
            all.getFirst().requireWanted();
        }
        return wanted;
    }

    /**
     * Cancels all shipments of the order. If there is none, a later attempt to create it is refused. Fails with 409 if
     * one has been shipped.
     */
    Shipment cancel(long orderId, Caller caller) {
        var all = shipments.lockOrderAndShipments(orderId);
        if (all.isEmpty()) {
            return shipments.saveAndFlush(Shipment.cancelBeforehand(orderId, caller.username()));
        }
        all.forEach(shipment -> shipment.cancel(caller.username()));
        return all.getFirst();
    }

    /** Sets the recipient of the order's shipments that have none. Fails with 404 if there is no shipment. */
    void nameRecipient(long orderId, Recipient recipient) {
        var all = shipments.lockOrderAndShipments(orderId);
        if (all.isEmpty()) {
            throw Problem.notFound("shipment of order", orderId);
        }
        all.forEach(shipment -> shipment.nameRecipient(recipient));
    }
}
