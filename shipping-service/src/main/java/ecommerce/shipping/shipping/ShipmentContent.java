package ecommerce.shipping.shipping;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** The pieces, address and recipient of a shipment. */
@MappedSuperclass
abstract class ShipmentContent {

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
    void fill(int newPart, @Nullable ShippingAddress to, @Nullable Recipient whom, Set<ShippingItem> pieces) {
        part = newPart;
        address = to;
        recipient = whom;
        items.addAll(pieces);
    }

    void keep(Pieces pieces) {
        items.clear();
        items.addAll(pieces.toItems());
    }

    /** Sets the recipient if the shipment has none. */
    void nameRecipient(Recipient newRecipient) {
        if (recipient == null) {
            recipient = newRecipient;
        }
    }

    long orderId() {
        return orderId;
    }

    int part() {
        return part;
    }

    @Nullable
    Long userId() {
        return userId;
    }

    @Nullable
    ShippingAddress address() {
        return address;
    }

    @Nullable
    Recipient recipient() {
        return recipient;
    }

    Set<ShippingItem> items() {
        return items;
    }

    Pieces pieces() {
        return Pieces.of(items);
    }
}
