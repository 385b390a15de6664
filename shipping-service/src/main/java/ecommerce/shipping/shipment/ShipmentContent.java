package ecommerce.shipping.shipment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** The pieces, address and recipient of a shipment. */
@MappedSuperclass
public abstract class ShipmentContent {

    private long orderId;
    private int part = 1;
    private @Nullable Long userId;

    @Embedded
    private @Nullable ShippingAddress address;

    @Embedded
    private @Nullable Recipient recipient;

    @ElementCollection
    @CollectionTable(name = "shipment_item", joinColumns = @JoinColumn(name = "shipping_id"))
    @BatchSize(size = 100)
    private Set<ShippingItem> items = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ShipmentContent() {}

    protected ShipmentContent(long orderId, @Nullable Long userId) {
        this.orderId = orderId;
        this.userId = userId;
    }

    /** Fills a new shipment. */
    public void fill(int newPart, @Nullable ShippingAddress to, @Nullable Recipient whom, Set<ShippingItem> pieces) {
        part = newPart;
        address = to;
        recipient = whom;
        items.addAll(pieces);
    }

    public void keep(Pieces pieces) {
        items.clear();
        items.addAll(pieces.toItems());
    }

    /** Sets the recipient if the shipment has none. */
    public void nameRecipient(Recipient newRecipient) {
        if (recipient == null) {
            recipient = newRecipient;
        }
    }

    public long orderId() {
        return orderId;
    }

    public int part() {
        return part;
    }

    @Nullable
    public Long userId() {
        return userId;
    }

    @Nullable
    public ShippingAddress address() {
        return address;
    }

    @Nullable
    public Recipient recipient() {
        return recipient;
    }

    public Set<ShippingItem> items() {
        return items;
    }

    public Pieces pieces() {
        return Pieces.of(items);
    }

    /** Returns the items, sorted by product. */
    public List<ShippingItem> sortedItems() {
        return items.stream()
                .sorted(Comparator.comparing(ShippingItem::productId))
                .toList();
    }
}
