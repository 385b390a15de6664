package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.ProductClient.Product;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * What a customer, or a guest, means to buy. Only an open cart changes; it holds up to 100 products, up to 999 pieces of
 * each.
 */
@Entity
public class Cart {

    static final int MAX_LINES = 100;
    static final int MAX_QUANTITY = 999;

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
        this.createdAt = Instant.now();
        this.changedAt = createdAt;
    }

    /** Of somebody without an account; whoever knows its random id has it. */
    static Cart ofGuest() {
        return new Cart(UUID.randomUUID());
    }

    /** So many pieces more. */
    void add(Product product, int quantity) {
        var old = lines.get(product.productId());
        put(product, quantity + (old == null ? 0 : old.orderedQuantity()));
    }

    /** So many pieces, no more and no less. */
    void put(Product product, int quantity) {
        requireOpen();
        if (quantity > MAX_QUANTITY) {
            throw Problem.conflict("A cart holds no more than %d pieces of a product".formatted(MAX_QUANTITY));
        }
        if (lines.size() >= MAX_LINES && !lines.containsKey(product.productId())) {
            throw Problem.conflict("A cart holds no more than %d products".formatted(MAX_LINES));
        }
        lines.put(product.productId(), CartLine.of(product, quantity));
        changedAt = Instant.now();
    }

    /**
     * Takes a guest's lines over by adding up, as far as there is stock and room; never fewer pieces than there were.
     * What isn't for sale any more stays behind.
     */
    void absorb(Cart guest, Map<Long, Product> products) {
        guest.lines.forEach((productId, line) -> {
            var product = products.get(productId);
            var own = lines.get(productId);
            if (product == null || (own == null && lines.size() >= MAX_LINES)) {
                return;
            }
            var before = own == null ? 0 : own.orderedQuantity();
            var possible = Math.min(Math.min(before + line.orderedQuantity(), product.quantity()), MAX_QUANTITY);
            if (possible > before) {
                put(product, possible);
            }
        });
        guest.requireOpen();
        guest.status = CartStatus.MERGED;
        guest.mergedInto = cartId();
        guest.changedAt = Instant.now();
    }

    /**
     * Adds the lines of an order that was refused, at the prices that the customer has seen. A product has up to {@value
     * #MAX_QUANTITY} pieces; products beyond {@value #MAX_LINES} are left out.
     */
    void restore(Map<Long, OrderLine> refused) {
        requireOpen();
        refused.forEach((productId, line) -> {
            var own = lines.get(productId);
            if (own != null || lines.size() < MAX_LINES) {
                var before = own == null ? 0 : own.orderedQuantity();
                var quantity = Math.min(before + line.orderedQuantity(), MAX_QUANTITY);
                lines.put(productId, CartLine.of(line, quantity));
            }
        });
        changedAt = Instant.now();
    }

    /** 404 for a product that isn't in it. */
    void remove(long productId) {
        requireOpen();
        if (lines.remove(productId) == null) {
            throw Problem.notFound("line of product", productId);
        }
        changedAt = Instant.now();
    }

    void abandon() {
        requireOpen();
        status = CartStatus.ABANDONED;
    }

    /** It has become an order; 409 if it had before, or is empty. */
    public void order() {
        requireOrderable();
        status = CartStatus.ORDERED;
    }

    public void requireOrderable() {
        requireOpen();
        if (lines.isEmpty()) {
            throw Problem.conflict("The cart is empty");
        }
    }

    private void requireOpen() {
        if (status != CartStatus.OPEN) {
            throw Problem.conflict("The cart is %s".formatted(status));
        }
    }

    public long cartId() {
        return Objects.requireNonNull(cartId, "not stored yet");
    }

    public boolean belongsTo(long user) {
        return Objects.equals(userId, user);
    }

    /** Null for a guest's. */
    @Nullable Long userId() {
        return userId;
    }

    /** Null for a user's. */
    @Nullable UUID guestCartId() {
        return guestCartId;
    }

    @Nullable Long mergedInto() {
        return mergedInto;
    }

    CartStatus status() {
        return status;
    }

    /** By product id. */
    public Map<Long, CartLine> lines() {
        return lines;
    }

    public long version() {
        return version;
    }
}
