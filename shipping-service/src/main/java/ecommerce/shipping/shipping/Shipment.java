package ecommerce.shipping.shipping;

import ecommerce.defaults.problem.Problem;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Goods of an order on their way; it goes PENDING, READY, SHIPPED, DELIVERED, or is cancelled before it leaves. */
@Entity
class Shipment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long shippingId;

    private long orderId;
    private int part = 1;
    private @Nullable Long userId;

    @Enumerated(EnumType.STRING)
    private ShippingStatus status;

    @Embedded
    private @Nullable ShippingAddress address;

    @Embedded
    private @Nullable Tracking tracking;

    @Embedded
    private Milestones milestones;

    @ElementCollection
    @CollectionTable(name = "shipment_item", joinColumns = @JoinColumn(name = "shipping_id"))
    @BatchSize(size = 100)
    private Set<ShippingItem> items = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "shipment_history", joinColumns = @JoinColumn(name = "shipping_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    private List<StatusChange> history = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Shipment() {}

    private Shipment(long orderId, @Nullable Long userId, ShippingStatus status, String by) {
        this.orderId = orderId;
        this.userId = userId;
        this.status = status;
        this.milestones = new Milestones(Instant.now(), null, null);
        history.add(new StatusChange(milestones.createdAt(), by, null, status));
    }

    static Shipment create(long orderId, long userId, ShippingAddress address, Set<ShippingItem> items, String by) {
        var shipment = new Shipment(orderId, userId, ShippingStatus.PENDING, by);
        shipment.address = address;
        shipment.items.addAll(items);
        return shipment;
    }

    /** Of an order that is given up before its shipment was made: whatever comes later finds it cancelled. */
    static Shipment cancelBeforehand(long orderId, String by) {
        return new Shipment(orderId, null, ShippingStatus.CANCELLED, by);
    }

    /** Parts with some of the pieces, which go as another shipment; 409 if nothing would stay, or it has left. */
    Shipment split(Pieces pieces, int newPart, String by) {
        if (status != ShippingStatus.PENDING && status != ShippingStatus.READY) {
            throw forbids("split");
        }
        var left = Pieces.of(items).minus(pieces);
        if (left.isEmpty()) {
            throw Problem.conflict("Nothing would be left in the shipment");
        }
        items.clear();
        items.addAll(left.toItems());
        var other = new Shipment(orderId, userId, status, by);
        other.part = newPart;
        other.address = address;
        other.items.addAll(pieces.toItems());
        return other;
    }

    /** It is paid for; 409 if it was cancelled. */
    void release(String by) {
        switch (status) {
            case PENDING -> moveTo(ShippingStatus.READY, by);
            case CANCELLED -> throw forbids("released");
            case READY, SHIPPED, DELIVERED -> {
                // it has been
            }
        }
    }

    /** 409 once it has left. */
    void cancel(String by) {
        switch (status) {
            case PENDING, READY -> moveTo(ShippingStatus.CANCELLED, by);
            case SHIPPED, DELIVERED -> throw forbids("cancelled");
            case CANCELLED -> {
                // it has been
            }
        }
    }

    void ship(@Nullable String byCarrier, @Nullable String withTrackingNumber, String by) {
        require(ShippingStatus.READY, "shipped");
        tracking = new Tracking(byCarrier, withTrackingNumber);
        moveTo(ShippingStatus.SHIPPED, by);
    }

    void deliver(String by) {
        require(ShippingStatus.SHIPPED, "delivered");
        moveTo(ShippingStatus.DELIVERED, by);
    }

    private void require(ShippingStatus required, String wanted) {
        if (status != required) {
            throw forbids(wanted);
        }
    }

    private RuntimeException forbids(String wanted) {
        return Problem.conflict("The shipment of order %d is %s and can't be %s".formatted(orderId, status, wanted));
    }

    private void moveTo(ShippingStatus next, String by) {
        var change = new StatusChange(Instant.now(), by, status, next);
        history.add(change);
        status = next;
        milestones = milestones.reach(next, change.at());
    }

    long shippingId() {
        return Objects.requireNonNull(shippingId, "not stored yet");
    }

    long orderId() {
        return orderId;
    }

    int part() {
        return part;
    }

    @Nullable Long userId() {
        return userId;
    }

    ShippingStatus status() {
        return status;
    }

    @Nullable ShippingAddress address() {
        return address;
    }

    @Nullable Tracking tracking() {
        return tracking;
    }

    Milestones milestones() {
        return milestones;
    }

    Set<ShippingItem> items() {
        return items;
    }

    List<StatusChange> history() {
        return history;
    }

    long version() {
        return version;
    }
}
