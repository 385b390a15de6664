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

    private @Nullable String carrier;
    private @Nullable String trackingNumber;
    private Instant createdAt;
    private @Nullable Instant shippedAt;
    private @Nullable Instant deliveredAt;

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
        this.createdAt = Instant.now();
        history.add(new StatusChange(createdAt, by, null, status));
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
        carrier = byCarrier;
        trackingNumber = withTrackingNumber;
        shippedAt = moveTo(ShippingStatus.SHIPPED, by);
    }

    void deliver(String by) {
        require(ShippingStatus.SHIPPED, "delivered");
        deliveredAt = moveTo(ShippingStatus.DELIVERED, by);
    }

    private void require(ShippingStatus required, String wanted) {
        if (status != required) {
            throw forbids(wanted);
        }
    }

    private RuntimeException forbids(String wanted) {
        return Problem.conflict("The shipment of order %d is %s and can't be %s".formatted(orderId, status, wanted));
    }

    private Instant moveTo(ShippingStatus next, String by) {
        var at = Instant.now();
        history.add(new StatusChange(at, by, status, next));
        status = next;
        return at;
    }

    long shippingId() {
        return Objects.requireNonNull(shippingId, "not stored yet");
    }

    long orderId() {
        return orderId;
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

    @Nullable String carrier() {
        return carrier;
    }

    @Nullable String trackingNumber() {
        return trackingNumber;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant shippedAt() {
        return shippedAt;
    }

    @Nullable Instant deliveredAt() {
        return deliveredAt;
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
