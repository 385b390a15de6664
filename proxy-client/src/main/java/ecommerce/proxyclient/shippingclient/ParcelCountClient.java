package ecommerce.proxyclient.shippingclient;

import ecommerce.proxyclient.listing.ListCount;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Counts parcels for staff. */
@HttpExchange("/api")
public interface ParcelCountClient {

    @GetExchange("/shippings?size=1&shippingStatus=READY")
    ListCount toBePacked();
}
