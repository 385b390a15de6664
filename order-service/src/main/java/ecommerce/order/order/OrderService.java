package ecommerce.order.order;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@Transactional
public class OrderService {

    private static final SortFields SORT =
            new SortFields("orderId", Map.of("orderId", "orderId", "orderDate", "orderDate", "orderFee", "orderFee"));

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final OrderRepository orders;
    private final MergePatches patches;
    private final Audit audit;

    OrderService(OrderRepository orders, MergePatches patches, Audit audit) {
        this.orders = orders;
        this.patches = patches;
        this.audit = audit;
    }

    /**
     * Filters a list of orders. A null member matches all orders.
     *
     * @param userId a user's id, or {@code me}
     */
    public record Filter(
            @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable
            String userId,

            @Nullable OrderStatus orderStatus,
            @Nullable Instant from,
            @Nullable Instant to) {

        /**
         * Throws 400 if a year isn't between 1 and 9999, because the database doesn't support all times outside this
         * range.
         */
        public void requireUsualTimes() {
            require("from", from);
            require("to", to);
        }

        private static void require(String name, @Nullable Instant time) {
            if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
                throw Problem.invalid(name, "must be from %s to %s".formatted(EARLIEST, LATEST));
            }
        }
    }

    @Transactional(readOnly = true)
    PageResponse<OrderResponse> search(Filter filter, Pageable pageable, Caller caller) {
        filter.requireUsualTimes();
        var userId = caller.resolveUserId(filter.userId());
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        var flagged = filter.orderStatus() == OrderStatus.NEEDS_ATTENTION;
        var status = flagged ? null : filter.orderStatus();
        var page = orders.search(owner, status, flagged, filter.from(), filter.to(), SORT.apply(pageable));
        return PageResponse.of(page, OrderResponse::of);
    }

    @Transactional(readOnly = true)
    OrderResponse find(long orderId, Caller caller) {
        return OrderResponse.of(load(orderId, caller));
    }

    /** Returns an order to a caller whose access was checked. */
    @Transactional(readOnly = true)
    public OrderResponse read(long orderId) {
        return OrderResponse.of(orders.findWithLines(orderId).orElseThrow());
    }

    /** Changes the description of an order whose goods haven't left. */
    OrderResponse change(long orderId, ObjectNode patch, @Nullable String ifMatch, Caller caller) {
        var order = load(orderId, caller);
        ETag.check(ifMatch, order.version());
        if (order.status() != OrderStatus.PENDING && order.status() != OrderStatus.CONFIRMED) {
            throw Problem.conflict("Order %d is %s and can't be changed".formatted(orderId, order.status()));
        }
        order.describe(patches.apply(ChangeOrderRequest.of(order), patch).orderDesc());
        if (caller.isAdmin()) {
            audit.record(AuditEvent.of("order.change", "order", orderId));
        }
        return OrderResponse.of(orders.saveAndFlush(order));
    }

    private Order load(long orderId, Caller caller) {
        return orders.findWithLines(orderId)
                .filter(order -> caller.mayActFor(order.userId()))
                .orElseThrow(() -> Problem.notFound("order", orderId));
    }
}
