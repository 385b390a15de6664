package ecommerce.shipping.shipment;

import ecommerce.defaults.audit.ActorName;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry in the history of a shipment. The status stays the same if the entry is only a note. */
@Embeddable
public record StatusChange(
        Instant at,
        @Column(name = "changed_by") @ActorName String by,

        @Column(name = "status_from") @Enumerated(EnumType.STRING) @Nullable
        ShippingStatus from,

        @Column(name = "status_to") @Enumerated(EnumType.STRING)
        ShippingStatus to,

        @Nullable String reason) {}
