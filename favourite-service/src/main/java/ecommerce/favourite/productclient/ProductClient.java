package ecommerce.favourite.productclient;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("/internal/products")
public interface ProductClient {

    record Product(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int quantity) {}

    record ProductList(List<Product> collection) {}

    /**
     * Returns up to a hundred products. Omits products that aren't for sale.
     *
     * @param ids the ids of the products, separated by commas
     */
    @GetExchange
    ProductList find(@RequestParam String ids);
}
