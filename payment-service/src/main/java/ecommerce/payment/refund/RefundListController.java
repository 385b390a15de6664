package ecommerce.payment.refund;

import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the refunds of all payments, for staff. */
@RestController
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "payments")
class RefundListController {

    private final RefundQueries refunds;

    RefundListController(RefundQueries refunds) {
        this.refunds = refunds;
    }

    /**
     * Lists the refunds of all payments, for staff. {@code refundStatus=FAILED} selects those that the provider has
     * refused. {@code failure} is its reason.
     */
    @GetMapping("/api/payments/refunds")
    PageResponse<RefundResponse> list(
            @RequestParam(required = false) @Nullable RefundStatus refundStatus, @ParameterObject Pageable pageable) {
        return refunds.searchAll(refundStatus, pageable);
    }
}
