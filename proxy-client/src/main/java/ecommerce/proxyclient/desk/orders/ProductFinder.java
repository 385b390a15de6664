package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.productclient.ProductStaffClient;
import ecommerce.proxyclient.productclient.ProductStaffClient.StaffProduct;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClientException;

/** Finds the product whose orders staff look for, also among hidden products. A deleted product has only its number. */
@Component
class ProductFinder {

    /** The number of products that are found at most, of those that customers see and of those that are hidden. */
    private static final String MOST = "10";

    private static final Logger log = LoggerFactory.getLogger(ProductFinder.class);

    private final ProductStaffClient products;

    ProductFinder(ProductStaffClient products) {
        this.products = products;
    }

    /** Returns the product with this SKU, or otherwise the products that match these words, the best matches first. */
    List<StaffProduct> find(String text) {
        var found = Stream.of("false", "true")
                .flatMap(hidden -> products.products(request(text, hidden)).collection().stream())
                .toList();
        var sameSku = found.stream().filter(product -> hasSku(product, text)).toList();
        return sameSku.isEmpty() ? found : sameSku;
    }

    /** Returns the other product that has the number of a product as its SKU. Empty while product-service is unavailable. */
    List<StaffProduct> findSameSku(String number) {
        try {
            return find(number).stream()
                    .filter(product -> hasSku(product, number))
                    .filter(product -> product.productId() != Long.parseLong(number))
                    .toList();
        } catch (RestClientException e) {
            log.warn(
                    "Products with the SKU {} are unknown: {}",
                    number,
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static boolean hasSku(StaffProduct product, String text) {
        return product.sku().equalsIgnoreCase(text);
    }

    private static MultiValueMap<String, String> request(String text, String hidden) {
        var request = new LinkedMultiValueMap<String, String>();
        request.set("q", text);
        request.set("hidden", hidden);
        request.set("size", MOST);
        return request;
    }
}
