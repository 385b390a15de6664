package ecommerce.order.amendment;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores customers' return requests and the decisions of staff. An order has at most one open return request. */
@Service
@Transactional
class ReturnRequests {

    private static final SortFields SORT =
            new SortFields("amendmentId", Map.of("amendmentId", "amendmentId", "requestedAt", "requestedAt"));
    private static final Set<AmendmentStatus> OPEN = EnumSet.of(AmendmentStatus.REQUESTED, AmendmentStatus.ACCEPTED);

    private final AmendmentRepository amendments;
    private final Amendments running;
    private final Fulfilments fulfilments;
    private final OrderRepository orders;
    private final Audit audit;

    ReturnRequests(
            AmendmentRepository amendments,
            Amendments running,
            Fulfilments fulfilments,
            OrderRepository orders,
            Audit audit) {
        this.amendments = amendments;
        this.running = running;
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.audit = audit;
    }

    /**
     * Requests a return of pieces of a delivered order, for its owner or staff. Responds with 409 if a return request
     * is open or the order has fewer pieces.
     */
    AmendmentResponse request(long orderId, List<PiecesItem> items, String why, Caller caller) {
        var _ = fulfilments.lock(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        var order = load(orderId, caller);
        if (amendments.existsByOrderIdAndKindAndStatusIn(orderId, AmendmentKind.RETURN, OPEN)) {
            throw Problem.conflict("Order %d already has an open return request".formatted(orderId));
        }
        var request = new Amendment(
                orderId,
                UUID.randomUUID(),
                AmendmentKind.RETURN,
                AmendmentStatus.REQUESTED,
                PiecesItem.sum(items),
                true,
                why,
                caller.username());
        var refusal = Amendments.refusal(request, order);
        if (refusal != null) {
            throw Problem.conflict(refusal);
        }
        var stored = amendments.saveAndFlush(request);
        if (caller.isAdmin()) {
            audit.record(event("return-request.create", stored).with("reason", why));
        }
        return AmendmentResponse.of(stored);
    }

    /** Accepts a return request for staff. The customer may now send the pieces. */
    AmendmentResponse accept(long orderId, long amendmentId, Caller caller) {
        var request = load(orderId, amendmentId);
        decide(() -> request.accept(caller.username()));
        audit.record(event("return-request.accept", request));
        return AmendmentResponse.of(amendments.saveAndFlush(request));
    }

    /** Refuses a return request for staff. The customer keeps the pieces. */
    AmendmentResponse refuse(long orderId, long amendmentId, String why, Caller caller) {
        var request = load(orderId, amendmentId);
        if (!OPEN.contains(request.status())) {
            throw Problem.conflict(
                    "Return request %d is %s and can no longer be refused".formatted(amendmentId, request.status()));
        }
        request.refuse(why, caller.username());
        audit.record(event("return-request.refuse", request).with("reason", why));
        return AmendmentResponse.of(amendments.saveAndFlush(request));
    }

    /** Records that staff have received the pieces of a return request. The customer is refunded. */
    AmendmentResponse receive(long orderId, long amendmentId, boolean restock, Caller caller) {
        var _ = fulfilments.lock(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        var request = load(orderId, amendmentId);
        decide(() -> request.receive(restock, caller.username()));
        audit.record(event("return-request.receive", request).with("restock", restock));
        running.add(request);
        return AmendmentResponse.of(request);
    }

    @Transactional(readOnly = true)
    PageResponse<AmendmentResponse> search(@Nullable AmendmentStatus status, Pageable pageable) {
        var statuses = status == null ? EnumSet.allOf(AmendmentStatus.class) : EnumSet.of(status);
        return PageResponse.of(amendments.findReturns(statuses, SORT.apply(pageable)), AmendmentResponse::of);
    }

    /** Finds all amendments of an order, for its owner and staff. */
    @Transactional(readOnly = true)
    PageResponse<AmendmentResponse> findAll(long orderId, Pageable pageable, Caller caller) {
        load(orderId, caller);
        return PageResponse.of(amendments.findByOrderId(orderId, SORT.apply(pageable)), AmendmentResponse::of);
    }

    private static AuditEvent event(String action, Amendment request) {
        return AuditEvent.of(action, "order", request.orderId()).with("amendmentId", request.amendmentId());
    }

    private static void decide(Runnable decision) {
        try {
            decision.run();
        } catch (IllegalAmendmentTransitionException e) {
            throw Problem.conflict(Objects.requireNonNull(e.getMessage()));
        }
    }

    private Amendment load(long orderId, long amendmentId) {
        return amendments
                .findByAmendmentIdAndOrderId(amendmentId, orderId)
                .filter(amendment -> amendment.kind() == AmendmentKind.RETURN)
                .orElseThrow(() -> Problem.notFound("return request", amendmentId));
    }

    private Order load(long orderId, Caller caller) {
        return orders.findWithLines(orderId)
                .filter(order -> caller.mayActFor(order.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
    }
}
