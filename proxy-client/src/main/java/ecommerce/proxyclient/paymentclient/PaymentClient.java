package ecommerce.proxyclient.paymentclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads the payments of orders. */
@HttpExchange("/api/payments")
public interface PaymentClient {

    /**
     * A payment.
     *
     * @param refundedAmount the amount that was returned
     * @param pendingRefundAmount the amount of refunds that aren't settled yet
     */
    record Payment(BigDecimal refundedAmount, BigDecimal pendingRefundAmount) {}

    @GetExchange
    Listing<Payment> payments(@RequestParam long orderId, @RequestParam int size, @RequestParam int page);
}
