package ecommerce.order.order;

import ecommerce.defaults.audit.ActorName;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of an order's history: the time, the status before and after, who caused it and, if needed, why. */
@Embeddable
record HistoryEntry(
        Instant at,
        @Column(name = "changed_by") @ActorName String by,

        @Column(name = "status_from") @Enumerated(EnumType.STRING) @Nullable
        OrderStatus from,

        @Column(name = "status_to") @Enumerated(EnumType.STRING)
        OrderStatus to,

        @Nullable String reason) {}
