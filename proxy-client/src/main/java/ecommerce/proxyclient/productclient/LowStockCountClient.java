package ecommerce.proxyclient.productclient;

import ecommerce.proxyclient.listing.ListCount;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Counts products whose stock is low, for staff. */
@HttpExchange("/api")
public interface LowStockCountClient {

    @GetExchange("/products/stock/low?size=1")
    ListCount low();
}
