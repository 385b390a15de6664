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
 * A purchase: products, prices and address as they were ordered, and its status. Each change of the status is published as
 * {@link OrderStatusChanged} when the order is saved.
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

    /** A new order. Its fee is the sum of its lines. */
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

    /** @param restoresCart whether the customer gets the lines back in the cart */
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

    /** Nothing has left and nothing will. */
    public void cancel(String why, String by) {
        moveTo(OrderStatus.CANCELLED, why, by);
    }

    /** The customer keeps nothing of what has left. */
    public void takeBack(String why, String by) {
        moveTo(OrderStatus.RETURNED, why, by);
    }

    /** Staff have put a mistake right: a parcel of the order isn't delivered, or hasn't left. */
    public void correctTo(OrderStatus corrected, String why, String by) {
        moveTo(corrected, why, by);
    }

    /** Some pieces won't leave. Throws {@link TooManyPiecesException} if there are fewer. */
    public void cancelPieces(Map<Long, Integer> pieces, String by) {
        pieces().change(pieces, OrderLine::cancel);
        endIfEmpty(by);
    }

    /** Some pieces came back or got lost. Throws {@link TooManyPiecesException} if there are fewer. */
    public void takeBackPieces(Map<Long, Integer> pieces, String by) {
        pieces().change(pieces, OrderLine::takeBack);
        endIfEmpty(by);
    }

    /** An order that keeps no pieces is cancelled if nothing has left, else returned. */
    private void endIfEmpty(String by) {
        if (pieces().remaining().isEmpty()) {
            moveTo(pieces().haveLeft() ? OrderStatus.RETURNED : OrderStatus.CANCELLED, "No pieces are left", by);
        }
    }

    /** Flags the order for staff. The status stays. */
    public void needAttention(String why, String by) {
        lifecycle.flag(why, by);
    }

    /** Ends the flag, if there is one. */
    public void endAttention(String by) {
        lifecycle.endFlag(by);
    }

    /** Gives an order that the version before made NEEDS_ATTENTION its former status, and flags it. */
    public void unpark(String by) {
        moveTo(lifecycle.unpark(), null, by);
    }

    /** Enters an event into the history of an order whose status stays. */
    public void note(String what, String by) {
        lifecycle.note(what, by);
    }

    private void moveTo(OrderStatus next, @Nullable String why, String by) {
        var from = status();
        lifecycle.moveTo(next, by, why);
        registerEvent(new OrderStatusChanged(this, from, next));
    }

    /** Names the cart that has the lines of this refused order again. */
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

    /** Tells whether the order was just rejected in such a way that the customer gets the lines back in the cart. */
    public boolean givesLinesBack() {
        return givesLinesBack;
    }

    @Nullable
    Long restoredCartId() {
        return restoredCartId;
    }

    /** The lines, with the pieces that are left of each. */
    public OrderLines pieces() {
        return new OrderLines(lines);
    }

    public long version() {
        return version;
    }
}
