package ecommerce.proxyclient.paymentclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Searches the payments and refunds of all orders, for staff. */
@HttpExchange("/api/payments")
public interface PaymentSearchClient {

    /** @param paymentStatus one of payment-service's statuses; later versions may add some */
    record FoundPayment(
            long paymentId,
            String paymentStatus,
            BigDecimal amount,
            BigDecimal refundedAmount,
            @Nullable Long userId,
            @Nullable String declineReason,
            Instant createdAt,
            RefundClient.OrderReference order) {}

    /**
     * @param orderId the order of the payment
     * @param refundStatus {@code PENDING}, {@code SUCCEEDED} or {@code FAILED}; later versions may add some
     * @param failure why the provider has refused the refund
     */
    record FoundRefund(
            long refundId,
            long paymentId,
            long orderId,
            BigDecimal amount,
            String reason,
            String refundStatus,
            Instant createdAt,
            @Nullable String failure) {}

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange
    Listing<FoundPayment> payments(@RequestParam MultiValueMap<String, String> query);

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange("/refunds")
    Listing<FoundRefund> refunds(@RequestParam MultiValueMap<String, String> query);
}
