package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.productclient.ProductStaffClient;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Reads the titles of products for the pages of their stock. */
@Component
class StockTitles {

    private final ProductStaffClient products;

    StockTitles(ProductStaffClient products) {
        this.products = products;
    }

    /** Returns the title of a product; empty if it is deleted. */
    String of(long productId) {
        try {
            return Objects.requireNonNull(products.product(productId).getBody()).productTitle();
        } catch (HttpClientErrorException.NotFound deleted) {
            return "";
        }
    }
}
