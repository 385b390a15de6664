package ecommerce.order.order;

import ecommerce.order.line.OrderLine;
import ecommerce.order.line.OrderLines;
import ecommerce.order.line.TooManyPiecesException;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * An order: its products, prices and address at the time of ordering, and its status. Each change of the status is
 * published as {@link OrderStatusChanged} when the order is saved.
 */
@Entity
@Table(name = "orders")
public class Order extends OrderFacts {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long orderId;

    @Embedded
    private OrderLifecycle lifecycle;

    private @Nullable Long restoredCartId;

    @ElementCollection
    @CollectionTable(name = "order_item", joinColumns = @JoinColumn(name = "order_id"))
    @MapKeyColumn(name = "product_id")
    @BatchSize(size = 100)
    private Map<Long, OrderLine> lines = new HashMap<>();

    @Version
    private long version;

    @Transient
    private boolean givesLinesBack;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Order() {}

    /** Creates an order. Its fee is the sum of its lines. */
    public Order(
            long userId,
            long cartId,
            @Nullable String orderDesc,
            DeliveryAddress address,
            @Nullable Recipient recipient,
            Map<Long, OrderLine> lines,
            String by) {
        super(userId, cartId, orderDesc, OrderLine.sum(lines.values()), address, recipient);
        this.lines.putAll(lines);
        this.lifecycle = new OrderLifecycle(orderDate(), by);
        registerEvent(new OrderStatusChanged(this, null, OrderStatus.PENDING));
    }

    public void confirm(String by) {
        moveTo(OrderStatus.CONFIRMED, null, by);
    }

    /** @param restoresCart whether the lines are restored to the customer's cart */
    public void reject(String why, boolean restoresCart, String by) {
        givesLinesBack = restoresCart;
        moveTo(OrderStatus.REJECTED, why, by);
    }

    public void ship(String by) {
        moveTo(OrderStatus.SHIPPED, null, by);
    }

    public void deliver(String by) {
        moveTo(OrderStatus.DELIVERED, null, by);
    }

    /** Cancels the order. No parcel has left, and none will leave. */
    public void cancel(String why, String by) {
        moveTo(OrderStatus.CANCELLED, why, by);
    }

    /** Marks the order as returned. The customer keeps none of its pieces. */
    public void takeBack(String why, String by) {
        moveTo(OrderStatus.RETURNED, why, by);
    }

    /** Corrects the status after staff corrected a parcel that was reported as delivered or shipped by mistake. */
    public void correctTo(OrderStatus corrected, String why, String by) {
        moveTo(corrected, why, by);
    }

    /** Cancels pieces before they leave. Throws {@link TooManyPiecesException} if the order has fewer. */
    public void cancelPieces(Map<Long, Integer> pieces, String by) {
        pieces().change(pieces, OrderLine::cancel);
        endIfEmpty(by);
    }

    /**
     * Marks pieces as returned that came back or were lost. Throws {@link TooManyPiecesException} if the order has
     * fewer.
     */
    public void takeBackPieces(Map<Long, Integer> pieces, String by) {
        pieces().change(pieces, OrderLine::takeBack);
        endIfEmpty(by);
    }

    /** Ends an order that has no pieces left. It is returned if some pieces had left, else cancelled. */
    private void endIfEmpty(String by) {
        if (pieces().remaining().isEmpty()) {
            moveTo(pieces().haveLeft() ? OrderStatus.RETURNED : OrderStatus.CANCELLED, "No pieces are left", by);
        }
    }

    /** Flags the order for staff. The status doesn't change. */
    public void needAttention(String why, String by) {
        lifecycle.flag(why, by);
    }

    /** Removes the flag if there is one. */
    public void endAttention(String by) {
        lifecycle.endFlag(by);
    }

    /** Restores the former status of an order that the previous version set to NEEDS_ATTENTION, and flags the order. */
    public void unpark(String by) {
        moveTo(lifecycle.unpark(), null, by);
    }

    /** Adds an event to the history without changing the status. */
    public void note(String what, String by) {
        lifecycle.note(what, by);
    }

    private void moveTo(OrderStatus next, @Nullable String why, String by) {
        var from = status();
        lifecycle.moveTo(next, by, why);
        registerEvent(new OrderStatusChanged(this, from, next));
    }

    /** Records the cart to which the lines of this rejected order were restored. */
    public void restoreTo(long openCartId) {
        restoredCartId = openCartId;
    }

    public long orderId() {
        return Objects.requireNonNull(orderId, "not stored yet");
    }

    public OrderStatus status() {
        return lifecycle.status();
    }

    public boolean needsAttention() {
        return lifecycle.attention() != null;
    }

    OrderLifecycle lifecycle() {
        return lifecycle;
    }

    /** Returns whether the order was just rejected and its lines are to be restored to the customer's cart. */
    public boolean givesLinesBack() {
        return givesLinesBack;
    }

    @Nullable
    Long restoredCartId() {
        return restoredCartId;
    }

    /** Returns the lines, with the pieces that are left of each. */
    public OrderLines pieces() {
        return new OrderLines(lines);
    }

    public long version() {
        return version;
    }
}
