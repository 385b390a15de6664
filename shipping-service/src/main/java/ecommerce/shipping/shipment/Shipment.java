package ecommerce.shipping.shipment;

import ecommerce.defaults.aggregate.ForbiddenChangeException;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shipment of an order. It goes from PENDING to READY, SHIPPED and DELIVERED, or is cancelled before it is shipped.
 */
@Entity
public class Shipment extends ShipmentContent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long shippingId;

    @Embedded
    private ShipmentProgress progress;

    @Embedded
    private @Nullable Tracking tracking;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Shipment() {}

    private Shipment(long orderId, @Nullable Long userId, ShippingStatus status, String by) {
        super(orderId, userId);
        this.progress = new ShipmentProgress(status, by);
    }

    public static Shipment create(
            long orderId, long userId, ShippingAddress address, Set<ShippingItem> items, String by) {
        var shipment = new Shipment(orderId, userId, ShippingStatus.PENDING, by);
        shipment.fill(1, address, null, items);
        return shipment;
    }

    /** Creates a cancelled shipment for an order that has none yet. Later attempts to create one are refused. */
    public static Shipment cancelBeforehand(long orderId, String by) {
        return new Shipment(orderId, null, ShippingStatus.CANCELLED, by);
    }

    /** Moves pieces to a new shipment. Throws {@link ForbiddenChangeException} if no piece would stay, or if it is shipped or cancelled. */
    public Shipment split(Pieces pieces, int newPart, String by) {
        if (status() != ShippingStatus.PENDING && status() != ShippingStatus.READY) {
            throw forbids("split");
        }
        var left = pieces().minus(pieces);
        if (left.isEmpty()) {
            throw new ForbiddenChangeException("A split must leave at least one piece in the shipment");
        }
        keep(left);
        var other = new Shipment(orderId(), userId(), status(), by);
        other.fill(newPart, address(), recipient(), pieces.toItems());
        return other;
    }

    /** Throws {@link ForbiddenChangeException} if the shipment is cancelled. */
    public void requireWanted() {
        if (status() == ShippingStatus.CANCELLED) {
            throw forbids("created");
        }
    }

    /** Releases the shipment of a paid order. Does nothing if it is released. Throws {@link ForbiddenChangeException} if it is cancelled. */
    public void release(String by) {
        switch (status()) {
            case PENDING -> progress.moveTo(ShippingStatus.READY, by);
            case CANCELLED -> throw forbids("released");
            case READY, SHIPPED, DELIVERED -> {
                // already released
            }
        }
    }

    /** Cancels the shipment. Does nothing if it is cancelled already. Throws {@link ForbiddenChangeException} if it has been shipped. */
    public void cancel(String by) {
        switch (status()) {
            case PENDING, READY -> progress.moveTo(ShippingStatus.CANCELLED, by);
            case SHIPPED, DELIVERED -> throw forbids("cancelled");
            case CANCELLED -> {
                // already cancelled
            }
        }
    }

    public void ship(@Nullable String byCarrier, @Nullable String withTrackingNumber, String by) {
        require(ShippingStatus.READY, "shipped");
        tracking = new Tracking(byCarrier, withTrackingNumber);
        progress.moveTo(ShippingStatus.SHIPPED, by);
    }

    public void deliver(String by) {
        require(ShippingStatus.SHIPPED, "delivered");
        progress.moveTo(ShippingStatus.DELIVERED, by);
    }

    /** Removes and returns those of the pieces that the shipment has. Removes none once it is shipped or cancelled. */
    public Pieces cancelPieces(Pieces wanted, String by) {
        if (status() != ShippingStatus.PENDING && status() != ShippingStatus.READY) {
            return Pieces.of(Set.of());
        }
        var cancelled = pieces().common(wanted);
        if (!cancelled.isEmpty()) {
            keep(pieces().minus(cancelled));
            if (items().isEmpty()) {
                progress.moveTo(ShippingStatus.CANCELLED, by);
            }
        }
        return cancelled;
    }

    /** Corrects carrier and tracking number. Throws {@link ForbiddenChangeException} if the shipment hasn't been shipped. */
    public void track(Tracking newTracking, @Nullable String why, String by) {
        if (status() != ShippingStatus.SHIPPED && status() != ShippingStatus.DELIVERED) {
            throw forbids("tracked");
        }
        tracking = newTracking;
        progress.note(why, by);
    }

    /** Corrects SHIPPED to READY, or DELIVERED to SHIPPED. Throws {@link ForbiddenChangeException} in any other case. */
    public void correctTo(ShippingStatus corrected, String why, String by) {
        var isBack = (status() == ShippingStatus.SHIPPED && corrected == ShippingStatus.READY)
                || (status() == ShippingStatus.DELIVERED && corrected == ShippingStatus.SHIPPED);
        if (!isBack || progress.failure() != null) {
            throw forbids("corrected to " + corrected);
        }
        progress.goBackTo(corrected, why, by);
        if (corrected == ShippingStatus.READY) {
            tracking = null;
        }
    }

    /** Records the failure of a parcel, once. Throws {@link ForbiddenChangeException} unless it is shipped, or is delivered and now lost. */
    public void fail(ParcelFailure newFailure, String why, String by) {
        var isUnderWay = status() == ShippingStatus.SHIPPED
                || (status() == ShippingStatus.DELIVERED && newFailure == ParcelFailure.LOST);
        if (!isUnderWay || progress.failure() != null) {
            throw forbids("reported as " + newFailure);
        }
        progress.fail(newFailure, why, by);
    }

    private void require(ShippingStatus required, String wanted) {
        if (status() != required || progress.failure() != null) {
            throw forbids(wanted);
        }
    }

    private ForbiddenChangeException forbids(String wanted) {
        var state = progress.failure() == null
                ? status().name()
                : progress.failure().name();
        return new ForbiddenChangeException(
                "The shipment of order %d is %s and can't be %s".formatted(orderId(), state, wanted),
                Map.of("shippingStatus", status()));
    }

    public long shippingId() {
        return Objects.requireNonNull(shippingId, "not stored yet");
    }

    public ShippingStatus status() {
        return progress.status();
    }

    public ShipmentProgress progress() {
        return progress;
    }

    @Nullable
    public Tracking tracking() {
        return tracking;
    }

    public long version() {
        return version;
    }
}
