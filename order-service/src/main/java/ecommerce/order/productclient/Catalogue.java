package ecommerce.order.productclient;

import ecommerce.order.productclient.ProductClient.Product;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Products by id, however many are asked for. */
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

    /** One parameter, however many ids: the metrics of calls have the names of the parameters in their labels. */
    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
