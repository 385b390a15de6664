package ecommerce.order.amendment;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels and returns some pieces of an order. A request that is repeated with the same key has no further effect. Any
 * other request fails with 412 if its {@code ifMatch} is given and doesn't name the order's current version.
 */
@Service
@Transactional
public class PiecesChange {

    private final Amendments amendments;
    private final Fulfilments fulfilments;
    private final OrderRepository orders;
    private final Audit audit;

    PiecesChange(Amendments amendments, Fulfilments fulfilments, OrderRepository orders, Audit audit) {
        this.amendments = amendments;
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.audit = audit;
    }

    /**
     * A request to change pieces.
     *
     * @param idempotencyKey the key of the HTTP request
     * @param pieces quantities by product id
     * @param restock whether the pieces go back on sale
     */
    public record Request(String idempotencyKey, Map<Long, Integer> pieces, boolean restock, String reason) {

        private UUID reference(long orderId, AmendmentKind kind, Caller caller) {
            var name = "%d/%s/%d/%s".formatted(orderId, kind, caller.userId(), idempotencyKey);
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        private Amendment toAmendment(long orderId, UUID reference, AmendmentKind kind, Caller caller) {
            return new Amendment(
                    orderId, reference, kind, AmendmentStatus.WAITING, pieces, restock, reason, caller.username());
        }
    }

    /** Cancels pieces that haven't left, for the order's owner or staff. Returns the amendment's id. */
    public long cancel(long orderId, Request request, @Nullable String ifMatch, Caller caller) {
        return add(orderId, AmendmentKind.CANCEL, request, ifMatch, caller);
    }

    /** Returns pieces of a delivered order that staff have received. Returns the amendment's id. */
    public long takeBack(long orderId, Request request, @Nullable String ifMatch, Caller caller) {
        return add(orderId, AmendmentKind.RETURN, request, ifMatch, caller);
    }

    /** Returns why the amendment was refused. Empty if it wasn't refused, or hasn't started yet. */
    @Transactional(readOnly = true)
    public Optional<String> refusal(long amendmentId) {
        return amendments.refusal(amendmentId);
    }

    /**
     * Cancels the given pieces of an order that was refunded in full. Does nothing if a cancellation of pieces is
     * waiting or running.
     */
    public void cancelRefunded(long orderId, Map<Long, Integer> pieces) {
        var _ = fulfilments.lock(orderId).orElseThrow();
        if (!amendments.isCancelling(orderId)) {
            amendments.add(new Amendment(
                    orderId,
                    UUID.randomUUID(),
                    AmendmentKind.CANCEL,
                    AmendmentStatus.WAITING,
                    pieces,
                    true,
                    "The payment was refunded",
                    "reconciliation"));
        }
    }

    private long add(long orderId, AmendmentKind kind, Request request, @Nullable String ifMatch, Caller caller) {
        var _ = fulfilments.lock(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        var order = load(orderId, caller);
        var reference = request.reference(orderId, kind, caller);
        var before = amendments.find(reference);
        if (before.isPresent()) {
            if (!before.get().isSameAs(kind, request.pieces(), request.restock())) {
                throw Problem.unprocessable("This Idempotency-Key was used for another request. Use a new key.");
            }
            return before.get().amendmentId();
        }
        ETag.check(ifMatch, order.version());
        var amendment = request.toAmendment(orderId, reference, kind, caller);
        var refusal = Amendments.refusal(amendment, order);
        if (refusal != null) {
            throw Problem.conflict(refusal);
        }
        if (caller.isAdmin()) {
            audit.record(event(order, kind, request));
        }
        return amendments.add(amendment);
    }

    private static AuditEvent event(Order order, AmendmentKind kind, Request request) {
        return AuditEvent.of(kind == AmendmentKind.CANCEL ? "order.cancel" : "order.return", "order", order.orderId())
                .with("orderStatus", order.status())
                .with("reason", request.reason())
                .with("pieces", request.pieces())
                .with("restock", request.restock());
    }

    private Order load(long orderId, Caller caller) {
        return orders.findWithLines(orderId)
                .filter(order -> caller.mayActFor(order.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
    }
}
