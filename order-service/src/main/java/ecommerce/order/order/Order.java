package ecommerce.order.order;

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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/** A purchase: what, at which prices and where to, all as it was ordered, and how far it has come. */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long orderId;

    private long userId;
    private long cartId;
    private Instant orderDate;
    private @Nullable String orderDesc;
    private BigDecimal orderFee;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private @Nullable String reason;
    private Instant changedAt;

    @Embedded
    private @Nullable Attention attention;

    private @Nullable Long restoredCartId;

    @Embedded
    private DeliveryAddress address;

    @ElementCollection
    @CollectionTable(name = "order_item", joinColumns = @JoinColumn(name = "order_id"))
    @MapKeyColumn(name = "product_id")
    @BatchSize(size = 100)
    private Map<Long, OrderLine> lines = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "order_history", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    private List<HistoryEntry> history = new ArrayList<>();

    @Version
    private long version;

    /** Whether a listener is to give the lines of this refused order back to the customer's cart. */
    @Transient
    private boolean givesLinesBack;

    @Transient
    private final List<HistoryEntry> unpublished = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Order() {}

    /** A new order, which costs what its lines do. */
    public Order(
            long userId,
            long cartId,
            @Nullable String orderDesc,
            DeliveryAddress address,
            Map<Long, OrderLine> lines,
            String by) {
        this.userId = userId;
        this.cartId = cartId;
        this.orderDesc = orderDesc;
        this.address = address;
        this.lines.putAll(lines);
        this.orderFee = OrderLine.sum(lines.values());
        this.orderDate = Instant.now();
        this.changedAt = orderDate;
        this.status = OrderStatus.PENDING;
        enter(new HistoryEntry(orderDate, by, null, status, null));
    }

    public void confirm(String by) {
        moveTo(OrderStatus.CONFIRMED, by, null);
        reason = null;
    }

    /** @param restoresCart whether the customer gets the lines back in the cart */
    public void reject(String why, boolean restoresCart, String by) {
        givesLinesBack = restoresCart;
        moveTo(OrderStatus.REJECTED, by, why);
        reason = why;
    }

    public void ship(String by) {
        moveTo(OrderStatus.SHIPPED, by, null);
    }

    public void deliver(String by) {
        moveTo(OrderStatus.DELIVERED, by, null);
    }

    /** The goods haven't left and won't; money and stock go back. */
    public void cancel(String why, String by) {
        moveTo(OrderStatus.CANCELLED, by, why);
        reason = why;
    }

    /** The goods have come back; money and stock go back. */
    public void takeBack(String why, String by) {
        moveTo(OrderStatus.RETURNED, by, why);
        reason = why;
    }

    /** Flags the order for staff. The status stays. */
    public void needAttention(String why, String by) {
        attention = new Attention(Instant.now(), why);
        note(why, by);
    }

    /** Ends the flag, if there is one. */
    public void endAttention(String by) {
        if (attention != null) {
            attention = null;
            note("No longer needs attention", by);
        }
    }

    /** Restores the status that the order had before the version before made it NEEDS_ATTENTION, and flags the order. */
    public void resumeFromAttention(String by) {
        var parked = history.reversed().stream()
                .filter(entry -> entry.to() == OrderStatus.NEEDS_ATTENTION && entry.from() != OrderStatus.NEEDS_ATTENTION)
                .findFirst()
                .orElseThrow();
        attention = new Attention(parked.at(), Objects.requireNonNullElse(parked.reason(), "Parked"));
        moveTo(Objects.requireNonNull(parked.from()), by, null);
    }

    /** The cart that has the lines of this refused order again. */
    public void restoreTo(long openCartId) {
        restoredCartId = openCartId;
    }

    /** Writes down what was done about an order that stays what it is. */
    public void note(String what, String by) {
        history.add(new HistoryEntry(Instant.now(), by, status, status, what));
        changedAt = Instant.now();
    }

    private void moveTo(OrderStatus next, String by, @Nullable String why) {
        if (!status.mayBecome(next)) {
            throw new IllegalOrderTransitionException(orderId, status, next);
        }
        changedAt = Instant.now();
        enter(new HistoryEntry(changedAt, by, status, next, why));
        status = next;
    }

    private void enter(HistoryEntry entry) {
        history.add(entry);
        unpublished.add(entry);
    }

    @DomainEvents
    List<OrderStatusChanged> statusChanges() {
        return unpublished.stream()
                .map(entry -> new OrderStatusChanged(this, entry.from(), entry.to()))
                .toList();
    }

    @AfterDomainEventPublication
    void forgetStatusChanges() {
        unpublished.clear();
    }

    void describe(@Nullable String newOrderDesc) {
        orderDesc = newOrderDesc;
    }

    public long orderId() {
        return Objects.requireNonNull(orderId, "not stored yet");
    }

    public long userId() {
        return userId;
    }

    long cartId() {
        return cartId;
    }

    public Instant orderDate() {
        return orderDate;
    }

    @Nullable String orderDesc() {
        return orderDesc;
    }

    public BigDecimal orderFee() {
        return orderFee;
    }

    public OrderStatus status() {
        return status;
    }

    @Nullable String reason() {
        return reason;
    }

    public boolean needsAttention() {
        return attention != null;
    }

    @Nullable Attention attention() {
        return attention;
    }

    public boolean givesLinesBack() {
        return givesLinesBack;
    }

    @Nullable Long restoredCartId() {
        return restoredCartId;
    }

    public DeliveryAddress address() {
        return address;
    }

    /** By product id. */
    public Map<Long, OrderLine> lines() {
        return lines;
    }

    List<HistoryEntry> history() {
        return history;
    }

    public long version() {
        return version;
    }
}
