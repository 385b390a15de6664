package ecommerce.order.cart;

import ecommerce.defaults.aggregate.ForbiddenChangeException;
import ecommerce.defaults.aggregate.StoredTime;
import ecommerce.order.line.OrderLine;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * Stores the lines that a customer or a guest wants to buy. Only an open cart can be changed. {@link CartLimits} limits
 * its size.
 */
@Entity
public class Cart {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long cartId;

    private @Nullable Long userId;
    private @Nullable UUID guestCartId;

    @Enumerated(EnumType.STRING)
    private CartStatus status;

    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Long mergedInto;

    @ElementCollection
    @CollectionTable(name = "cart_item", joinColumns = @JoinColumn(name = "cart_id"))
    @MapKeyColumn(name = "product_id")
    @BatchSize(size = 100)
    private Map<Long, CartLine> lines = new HashMap<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Cart() {}

    private Cart(UUID guestCartId) {
        this.guestCartId = guestCartId;
        this.status = CartStatus.OPEN;
        this.createdAt = StoredTime.now();
        this.changedAt = createdAt;
    }

    /** Creates the cart of a guest. Everybody who knows its random id can use it. */
    public static Cart ofGuest() {
        return new Cart(UUID.randomUUID());
    }

    /** Adds pieces to a line. */
    public void add(long productId, CartLine line, CartLimits limits) {
        requireOpen();
        new CartLines(lines, limits).add(productId, line);
        changedAt = StoredTime.now();
    }

    /** Sets the number of pieces of a line. */
    public void put(long productId, CartLine line, CartLimits limits) {
        requireOpen();
        new CartLines(lines, limits).put(productId, line);
        changedAt = StoredTime.now();
    }

    /**
     * Adds a guest's line as far as stock and limits allow. The line never shrinks. A product that is unavailable now
     * is added in full, unless the cart already has it. The line keeps the price that the guest has seen.
     *
     * @param available the number of pieces that can be sold now
     * @return the number of pieces that were added
     */
    public int take(long productId, CartLine line, int available, CartLimits limits) {
        requireOpen();
        changedAt = StoredTime.now();
        return new CartLines(lines, limits).take(productId, line, available);
    }

    /** Closes a guest's cart after its lines were merged into the customer's cart. */
    public void mergeInto(Cart own) {
        requireOpen();
        status = CartStatus.MERGED;
        mergedInto = own.cartId();
        changedAt = StoredTime.now();
    }

    /** Adds the lines of a refused order at the prices that the customer has seen, as far as the limits allow. */
    void restore(Map<Long, OrderLine> refused, CartLimits limits) {
        requireOpen();
        new CartLines(lines, limits).restore(refused);
        changedAt = StoredTime.now();
    }

    /** Stores the prices that a refused order has shown. They replace the prices of an earlier refusal. */
    public void offer(Map<Long, BigDecimal> prices) {
        requireOpen();
        lines.replaceAll((productId, line) -> line.offeredAt(prices.get(productId)));
    }

    /** Removes a line. Returns false if the product isn't in the cart. */
    public boolean remove(long productId) {
        requireOpen();
        if (lines.remove(productId) == null) {
            return false;
        }
        changedAt = StoredTime.now();
        return true;
    }

    public void abandon() {
        requireOpen();
        status = CartStatus.ABANDONED;
    }

    /** Marks the cart as ordered. It must be open and have lines. */
    public void order() {
        requireOrderable();
        status = CartStatus.ORDERED;
    }

    public void requireOrderable() {
        requireOpen();
        if (lines.isEmpty()) {
            throw new ForbiddenChangeException("The cart is empty. Add a product first.");
        }
    }

    private void requireOpen() {
        if (status != CartStatus.OPEN) {
            throw new ForbiddenChangeException(
                    "The cart is %s and can't be changed. Open a new cart.".formatted(status));
        }
    }

    /**
     * Tells whether the cart is unchanged since the request's condition was checked.
     *
     * @param expected the version at the check; null if the request has no condition
     */
    public boolean hasVersion(@Nullable Long expected) {
        return expected == null || expected == version;
    }

    public long cartId() {
        return Objects.requireNonNull(cartId, "not stored yet");
    }

    public boolean belongsTo(long user) {
        return Objects.equals(userId, user);
    }

    /** Returns the owner, or null for a guest's cart. */
    @Nullable
    Long userId() {
        return userId;
    }

    /** Returns the secret id of a guest's cart, or null for a user's cart. */
    public @Nullable UUID guestCartId() {
        return guestCartId;
    }

    public @Nullable Long mergedInto() {
        return mergedInto;
    }

    public CartStatus status() {
        return status;
    }

    /** Returns the lines by product id. */
    public Map<Long, CartLine> lines() {
        return lines;
    }

    public long version() {
        return version;
    }
}
