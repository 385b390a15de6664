package ecommerce.order.aftersale;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderService;
import ecommerce.order.order.OrderStatus;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Retries all flagged orders that match a filter. */
@RestController
@Tag(name = "orders")
class RetryController {

    private static final Limit AT_A_TIME = Limit.of(100);

    private final AfterSale afterSale;
    private final OrderRepository orders;
    private final Audit audit;

    RetryController(AfterSale afterSale, OrderRepository orders, Audit audit) {
        this.afterSale = afterSale;
        this.orders = orders;
        this.audit = audit;
    }

    /** @param retried the number of orders that were retried */
    record RetryResponse(int retried) {}

    /** Retries the steps of all flagged orders that match the filter. Responds without waiting for the steps. */
    @PostMapping("/api/orders/retry")
    @PreAuthorize("hasRole('ADMIN')")
    RetryResponse retryAll(@ParameterObject OrderService.Filter filter, @AuthenticationPrincipal Caller caller) {
        filter.requireUsualTimes();
        if (filter.orderStatus() != null && filter.orderStatus() != OrderStatus.NEEDS_ATTENTION) {
            throw Problem.invalid("orderStatus", "must be NEEDS_ATTENTION or absent");
        }
        var userId = caller.resolveUserId(filter.userId());
        var retried = 0;
        var last = 0L;
        var page = orders.findFlagged(last, userId, filter.from(), filter.to(), AT_A_TIME);
        while (!page.isEmpty()) {
            for (var orderId : page) {
                retried += retry(orderId, caller);
            }
            last = page.getLast();
            page = orders.findFlagged(last, userId, filter.from(), filter.to(), AT_A_TIME);
        }
        audit.recordAlone(AuditEvent.of("order.retry-all", "order", "all").with("retried", retried));
        return new RetryResponse(retried);
    }

    private int retry(long orderId, Caller caller) {
        try {
            afterSale.retry(orderId, null, caller);
            return 1;
        } catch (ErrorResponseException noLongerFlagged) {
            return 0;
        }
    }
}
