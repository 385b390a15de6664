package ecommerce.shipping.shipment;

import ecommerce.defaults.aggregate.StoredTime;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** The status of a shipment, with its history and milestones. */
@Embeddable
public class ShipmentProgress {

    @Enumerated(EnumType.STRING)
    private ShippingStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable ParcelFailure failure;

    @Embedded
    private Milestones milestones;

    @ElementCollection
    @CollectionTable(name = "shipment_history", joinColumns = @JoinColumn(name = "shipping_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    private List<StatusChange> history = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ShipmentProgress() {}

    ShipmentProgress(ShippingStatus first, String by) {
        status = first;
        milestones = new Milestones(StoredTime.now(), null, null);
        history.add(new StatusChange(milestones.createdAt(), by, null, first, null));
    }

    public void moveTo(ShippingStatus next, String by) {
        var change = new StatusChange(StoredTime.now(), by, status, next, null);
        history.add(change);
        status = next;
        milestones = milestones.reach(next, change.at());
    }

    public void goBackTo(ShippingStatus corrected, String why, String by) {
        history.add(new StatusChange(StoredTime.now(), by, status, corrected, why));
        status = corrected;
        milestones = milestones.backTo(corrected);
    }

    public void fail(ParcelFailure newFailure, String why, String by) {
        failure = newFailure;
        note("%s: %s".formatted(newFailure, why), by);
    }

    public void note(@Nullable String why, String by) {
        history.add(new StatusChange(StoredTime.now(), by, status, status, why));
    }

    public ShippingStatus status() {
        return status;
    }

    @Nullable
    public ParcelFailure failure() {
        return failure;
    }

    /** Tells whether the order still waits for the shipment. It does unless the shipment is cancelled or has failed. */
    public boolean isExpected() {
        return status != ShippingStatus.CANCELLED && failure == null;
    }

    public Milestones milestones() {
        return milestones;
    }

    public List<StatusChange> history() {
        return history;
    }
}
