package ecommerce.order.productclient;

import ecommerce.order.productclient.ProductClient.Product;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds products by id. Splits a large request into several calls. */
@Component
public class Catalogue {

    private static final int IDS_A_CALL = 100;

    private final ProductClient client;

    Catalogue(ProductClient client) {
        this.client = client;
    }

    /** Returns the products that are for sale. Makes no call if there are no ids. */
    public Map<Long, Product> find(Collection<Long> productIds) {
        var ids = productIds.stream().distinct().sorted().toList();
        Map<Long, Product> found = new HashMap<>();
        for (var from = 0; from < ids.size(); from += IDS_A_CALL) {
            List<Long> some = ids.subList(from, Math.min(from + IDS_A_CALL, ids.size()));
            client.find(joined(some)).collection().forEach(product -> found.put(product.productId(), product));
        }
        return found;
    }

    /**
     * Joins the ids into one parameter, because the metrics of HTTP calls contain the parameter names in their labels.
     */
    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
