package ecommerce.proxyclient.paymentclient;

import ecommerce.proxyclient.listing.ListCount;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Counts refunds for staff. */
@HttpExchange("/api/payments")
public interface RefundCountClient {

    @GetExchange("/refunds?size=1&refundStatus=FAILED")
    ListCount failed();
}
