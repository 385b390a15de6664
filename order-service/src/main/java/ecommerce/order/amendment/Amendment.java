package ecommerce.order.amendment;

import ecommerce.defaults.aggregate.StoredTime;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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

/** A change of some pieces of an order, with its refund. */
@Entity
class Amendment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long amendmentId;

    private long orderId;
    private UUID reference;

    @Enumerated(EnumType.STRING)
    private AmendmentKind kind;

    @Enumerated(EnumType.STRING)
    private AmendmentStatus status;

    private boolean restock;
    private BigDecimal refundAmount;
    private String reason;
    private String requestedBy;
    private Instant requestedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String refusal;

    @ElementCollection
    @CollectionTable(name = "amendment_item", joinColumns = @JoinColumn(name = "amendment_id"))
    @MapKeyColumn(name = "product_id")
    @Column(name = "quantity")
    @BatchSize(size = 100)
    private Map<Long, Integer> pieces = new HashMap<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Amendment() {}

    /** @param pieces quantities by product id */
    Amendment(
            long orderId,
            UUID reference,
            AmendmentKind kind,
            AmendmentStatus status,
            Map<Long, Integer> pieces,
            boolean restock,
            String reason,
            String by) {
        this.orderId = orderId;
        this.reference = reference;
        this.kind = kind;
        this.status = status;
        this.pieces.putAll(pieces);
        this.restock = restock;
        this.refundAmount = BigDecimal.ZERO;
        this.reason = reason;
        this.requestedBy = by;
        this.requestedAt = StoredTime.now();
    }

    /** Accepts a return request. The customer may now send the pieces. */
    void accept(String by) {
        require(AmendmentStatus.REQUESTED, "accepted");
        decide(AmendmentStatus.ACCEPTED, by);
    }

    /** Records that staff have received the pieces of a return request. The amendment then waits to be carried out. */
    void receive(boolean newRestock, String by) {
        if (status != AmendmentStatus.REQUESTED) {
            require(AmendmentStatus.ACCEPTED, "received");
        }
        restock = newRestock;
        decide(AmendmentStatus.WAITING, by);
    }

    /**
     * Ends the amendment without a change, because staff refuse the return request or the order no longer allows the
     * change.
     */
    void refuse(String why, String by) {
        if (status == AmendmentStatus.DONE || status == AmendmentStatus.REFUSED) {
            throw forbids("refused");
        }
        refusal = why;
        decide(AmendmentStatus.REFUSED, by);
    }

    void start(BigDecimal refund) {
        require(AmendmentStatus.WAITING, "started");
        refundAmount = refund;
        status = AmendmentStatus.RUNNING;
    }

    void finish() {
        require(AmendmentStatus.RUNNING, "finished");
        status = AmendmentStatus.DONE;
    }

    /** Returns whether a repeated request asks for this amendment. */
    boolean isSameAs(AmendmentKind otherKind, Map<Long, Integer> otherPieces, boolean otherRestock) {
        return kind == otherKind && pieces.equals(otherPieces) && restock == otherRestock;
    }

    private void decide(AmendmentStatus next, String by) {
        status = next;
        decidedBy = by;
        decidedAt = StoredTime.now();
    }

    private void require(AmendmentStatus required, String wanted) {
        if (status != required) {
            throw forbids(wanted);
        }
    }

    private RuntimeException forbids(String wanted) {
        return new IllegalAmendmentTransitionException(amendmentId, status, wanted);
    }

    long amendmentId() {
        return Objects.requireNonNull(amendmentId, "not stored yet");
    }

    long orderId() {
        return orderId;
    }

    AmendmentKind kind() {
        return kind;
    }

    AmendmentStatus status() {
        return status;
    }

    boolean restock() {
        return restock;
    }

    BigDecimal refundAmount() {
        return refundAmount;
    }

    String reason() {
        return reason;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    Map<Long, Integer> pieces() {
        return pieces;
    }
}
