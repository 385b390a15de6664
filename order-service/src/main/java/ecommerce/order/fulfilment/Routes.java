package ecommerce.order.fulfilment;

import ecommerce.order.order.OrderStatus;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.Undo;
import ecommerce.order.step.payment.AuthorisePayment;
import ecommerce.order.step.payment.CapturePayment;
import ecommerce.order.step.payment.RefundPieces;
import ecommerce.order.step.payment.ReversePayment;
import ecommerce.order.step.shipment.CancelPieces;
import ecommerce.order.step.shipment.CancelShipment;
import ecommerce.order.step.shipment.CreateShipment;
import ecommerce.order.step.shipment.ReleaseShipment;
import ecommerce.order.step.stock.CommitStock;
import ecommerce.order.step.stock.ReleaseStock;
import ecommerce.order.step.stock.ReserveStock;
import ecommerce.order.step.stock.ReturnPieces;
import ecommerce.order.step.stock.ReturnStock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Defines the routes of an order. A new step is a class of its own that is added to a route here. */
@Component
class Routes {

    /** The stored position of an order without a next step. */
    static final String DONE = "DONE";

    /**
     * Maps positions of the previous version, which reversed the payment first, to the positions at which such orders
     * continue.
     */
    private static final Map<String, String> BEFORE =
            Map.of("REVERSE_PAYMENT", "RETURN_ALL_STOCK", "RETURN_STOCK", "RETURN_ALL_STOCK");

    final Route buy;
    final Route decline;
    final Route reject;
    final Route cancel;
    final Route takeBack;
    final Route changePieces;

    private final List<Route> all;
    private final CancelShipment cancelShipment;
    private final ReturnStock returnStock;
    private final ReturnPieces returnPieces;
    private final ReversePayment reversePayment;

    Routes(
            ReserveStock reserveStock,
            AuthorisePayment authorisePayment,
            CreateShipment createShipment,
            CommitStock commitStock,
            CapturePayment capturePayment,
            ReleaseShipment releaseShipment,
            ReleaseStock releaseStock,
            CancelShipment cancelShipment,
            ReturnStock returnStock,
            ReversePayment reversePayment,
            CancelPieces cancelPieces,
            ReturnPieces returnPieces,
            RefundPieces refundPieces) {
        buy = new Route(
                OrderStatus.CONFIRMED,
                reserveStock,
                authorisePayment,
                createShipment,
                commitStock,
                capturePayment,
                releaseShipment);
        decline = new Route(OrderStatus.REJECTED, releaseStock);
        reject = new Route(OrderStatus.REJECTED, cancelShipment, returnStock, reversePayment);
        cancel = new Route(OrderStatus.CANCELLED, cancelShipment, returnStock, reversePayment);
        takeBack = new Route(OrderStatus.RETURNED, returnStock, reversePayment);
        changePieces = new Route(OrderStatus.CONFIRMED, cancelPieces, returnPieces, refundPieces);
        all = List.of(buy, decline, reject, cancel, takeBack, changePieces);
        this.cancelShipment = cancelShipment;
        this.returnStock = returnStock;
        this.returnPieces = returnPieces;
        this.reversePayment = reversePayment;
    }

    /** A step on a route. */
    record Position(Route route, Step step) {}

    /** Finds a stored position. Empty if the route is complete. */
    Optional<Position> find(OrderStatus goal, String name) {
        if (name.equals(DONE)) {
            return Optional.empty();
        }
        var present = BEFORE.getOrDefault(name, name);
        return Optional.of(all.stream()
                .filter(route -> route.goal() == goal)
                .flatMap(route -> route.find(present).stream().map(step -> new Position(route, step)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No route to %s has a step %s".formatted(goal, name))));
    }

    /** Returns whether the next step reverses the order's payment. */
    boolean isAtReversal(FulfilmentState state) {
        return find(state.goal(), state.position())
                .filter(position -> position.step() == reversePayment)
                .isPresent();
    }

    Position start(Route route) {
        return new Position(route, route.steps().getFirst());
    }

    Position end(Route route) {
        return new Position(route, route.steps().getLast());
    }

    /**
     * Returns where a change of pieces starts.
     *
     * @param haveLeft whether the pieces have left, so that no parcel needs to be changed
     */
    Position changePieces(boolean haveLeft) {
        return haveLeft ? new Position(changePieces, returnPieces) : start(changePieces);
    }

    /** Returns where the undo steps start. */
    Position undo(Undo undo) {
        return switch (undo) {
            case NONE -> throw new IllegalArgumentException("The step has nothing to undo");
            case STOCK -> start(decline);
            case STOCK_AND_PAYMENT -> new Position(reject, returnStock);
            case ALL -> new Position(reject, cancelShipment);
        };
    }

    /**
     * A sequence of steps.
     *
     * @param goal the order's status at the route's end
     */
    record Route(OrderStatus goal, List<Step> steps) {

        Route(OrderStatus goal, Step... steps) {
            this(goal, List.of(steps));
        }

        Optional<Step> find(String name) {
            return steps.stream().filter(step -> step.name().equals(name)).findFirst();
        }

        /** Returns the next step that the order needs. Empty at the end of the route. */
        Optional<Step> after(Step done, OrderWork work) {
            return steps.stream()
                    .skip(steps.indexOf(done) + 1L)
                    .filter(step -> step.isNeededFor(work))
                    .findFirst();
        }

        /** Returns the next step that doesn't call a payment provider. Empty at the end of the route. */
        Optional<Step> afterWithoutPayment(Step done) {
            return steps.stream()
                    .skip(steps.indexOf(done) + 1L)
                    .filter(step -> !step.isSlow())
                    .findFirst();
        }
    }
}
