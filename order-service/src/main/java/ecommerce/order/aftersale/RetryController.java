package ecommerce.order.aftersale;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderFilter;
import ecommerce.order.order.OrderService;
import ecommerce.order.order.OrderStatus;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Retries flagged orders that match a filter, up to 500 in a request. */
@RestController
@Tag(name = "orders")
class RetryController {

    private final AfterSale afterSale;
    private final OrderService orders;
    private final Audit audit;

    RetryController(AfterSale afterSale, OrderService orders, Audit audit) {
        this.afterSale = afterSale;
        this.orders = orders;
        this.audit = audit;
    }

    /**
     * Tells how many orders a request has retried.
     *
     * @param retried the number of orders that were retried
     * @param next the value of the parameter {@code after} for the next request; absent if no order is left
     */
    record RetryResponse(int retried, @Nullable Long next) {}

    /**
     * Retries the steps of flagged orders that match the filter, those with the smallest ids first. Responds without
     * waiting for the steps. If more orders match than the request may retry, {@code next} is the value of {@code
     * after} for the next request.
     */
    @PostMapping("/api/orders/retry")
    @PreAuthorize("hasRole('ADMIN')")
    RetryResponse retryAll(
            @Valid @ParameterObject OrderFilter filter,
            @RequestParam(defaultValue = "0") @Parameter(description = "Only orders with a greater id are retried")
                    long after,
            @RequestParam(defaultValue = "500")
                    @Min(1)
                    @Max(500)
                    @Parameter(description = "How many orders the request retries at most")
                    int limit,
            @AuthenticationPrincipal Caller caller) {
        if (filter.orderStatus() != null && filter.orderStatus() != OrderStatus.NEEDS_ATTENTION) {
            throw Problem.invalid("orderStatus", "must be NEEDS_ATTENTION or absent");
        }
        var found = orders.findFlagged(filter, after, limit + 1, caller);
        var selected = found.subList(0, Math.min(limit, found.size()));
        var retried = retry(selected, caller);
        audit.recordAlone(AuditEvent.of("order.retry-all", "order", "all").with("retried", retried));
        return new RetryResponse(retried, found.size() > limit ? selected.getLast() : null);
    }

    /** Returns how many of the orders were still flagged. */
    private int retry(List<Long> selected, Caller caller) {
        var retried = 0;
        for (var orderId : selected) {
            try {
                afterSale.retry(orderId, null, caller);
                retried++;
            } catch (ErrorResponseException noLongerFlagged) {
                // The step has succeeded meanwhile.
            }
        }
        return retried;
    }
}
