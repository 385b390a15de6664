package ecommerce.order.order;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@Transactional
public class OrderService {

    /** The members of an order that a merge patch may change. */
    record ChangeOrderRequest(@Size(max = 255) @Nullable String orderDesc) {}

    private static final SortFields SORT =
            new SortFields("orderId", Map.of("orderId", "orderId", "orderDate", "orderDate", "orderFee", "orderFee"));

    private final OrderRepository orders;
    private final MergePatches patches;
    private final Audit audit;

    OrderService(OrderRepository orders, MergePatches patches, Audit audit) {
        this.orders = orders;
        this.patches = patches;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    PageResponse<OrderResponse> search(OrderFilter filter, Pageable pageable, Caller caller) {
        var visible = Specification.where(filter.visibleTo(caller));
        orders.planForParameters();
        return PageResponse.of(orders.findAll(visible, SORT.apply(pageable)), OrderResponse::of);
    }

    /**
     * Finds flagged orders that match the filter.
     *
     * @param after only orders with a greater id are found
     * @param limit at most this many are found
     * @return ids in ascending order
     */
    @Transactional(readOnly = true)
    public List<Long> findFlagged(OrderFilter filter, long after, int limit, Caller caller) {
        var flagged = filter.visibleTo(caller)
                .and((order, criteria) -> OrderFilter.hasStatus(order, criteria, OrderStatus.NEEDS_ATTENTION))
                .and((order, criteria) -> criteria.greaterThan(order.get("orderId"), after));
        return orders
                .findBy(
                        flagged,
                        query -> query.sortBy(Sort.by("orderId")).limit(limit).all())
                .stream()
                .map(Order::orderId)
                .toList();
    }

    /** Changes the description of an order whose goods haven't left. */
    OrderResponse change(long orderId, ObjectNode patch, @Nullable String ifMatch, Caller caller) {
        var order = orders.findWithLines(orderId)
                .filter(found -> caller.mayActFor(found.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
        ETag.check(ifMatch, order.version());
        if (order.status() != OrderStatus.PENDING && order.status() != OrderStatus.CONFIRMED) {
            throw Problem.conflict("Order %d is %s and can't be changed".formatted(orderId, order.status()));
        }
        order.describe(
                patches.apply(new ChangeOrderRequest(order.orderDesc()), patch).orderDesc());
        if (caller.isAdmin()) {
            audit.record(AuditEvent.of("order.change", "order", orderId));
        }
        return OrderResponse.of(orders.saveAndFlush(order));
    }
}
