package ecommerce.order.order;

import ecommerce.defaults.aggregate.StoredTime;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Stores the properties that an order has from its placement. Only the description changes later. */
@MappedSuperclass
abstract class OrderFacts extends AbstractAggregateRoot<Order> {

    private long userId;
    private long cartId;
    private @Nullable String orderDesc;
    private Instant orderDate;
    private BigDecimal orderFee;

    @Embedded
    private DeliveryAddress address;

    @Embedded
    private @Nullable Recipient recipient;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected OrderFacts() {}

    protected OrderFacts(
            long userId,
            long cartId,
            @Nullable String orderDesc,
            BigDecimal orderFee,
            DeliveryAddress address,
            @Nullable Recipient recipient) {
        this.userId = userId;
        this.cartId = cartId;
        this.orderDesc = orderDesc;
        this.orderFee = orderFee;
        this.address = address;
        this.recipient = recipient;
        this.orderDate = StoredTime.now();
    }

    public long userId() {
        return userId;
    }

    long cartId() {
        return cartId;
    }

    @Nullable
    String orderDesc() {
        return orderDesc;
    }

    void describe(@Nullable String newOrderDesc) {
        orderDesc = newOrderDesc;
    }

    public Instant orderDate() {
        return orderDate;
    }

    public BigDecimal orderFee() {
        return orderFee;
    }

    public DeliveryAddress address() {
        return address;
    }

    /**
     * Returns the recipient. It is null for an order of the previous version until the recipient task has fetched it.
     */
    public @Nullable Recipient recipient() {
        return recipient;
    }
}
