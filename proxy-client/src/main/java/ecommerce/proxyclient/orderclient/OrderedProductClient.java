package ecommerce.proxyclient.orderclient;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads what staff who pack an order need: its products and the customer's note. */
@HttpExchange("/api/orders")
public interface OrderedProductClient {

    record OrderedProducts(@Nullable String orderDesc, List<OrderedProduct> items) {}

    record OrderedProduct(long productId, String productTitle, String sku, BigDecimal priceUnit) {}

    @GetExchange("/{orderId}")
    OrderedProducts products(@PathVariable long orderId);
}
