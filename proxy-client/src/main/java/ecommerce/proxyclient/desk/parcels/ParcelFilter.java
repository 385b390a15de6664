package ecommerce.proxyclient.desk.parcels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which parcels the list shows. Its address holds the filter, so that staff can send the address to each other.
 *
 * @param shippingStatus one of shipping-service's statuses; empty for all. If neither it nor an order is named, the list
 *     shows what is to be packed
 * @param orderId the number of an order as it was typed; empty for all orders
 * @param sort {@code newest}, or anything else for the oldest parcels first
 * @param page the number of the page, from 0
 */
public record ParcelFilter(String shippingStatus, String orderId, String sort, int page) {

    /** The statuses to choose from, in the order in which parcels pass them. */
    public static final List<String> STATUSES = List.of("READY", "PENDING", "SHIPPED", "DELIVERED", "CANCELLED");

    static final String TO_BE_PACKED = "READY";

    private static final String NEWEST = "newest";

    static ParcelFilter of(@Nullable String shippingStatus, @Nullable String orderId, @Nullable String sort, int page) {
        var order = orderId == null ? "" : orderId.strip();
        var status = shippingStatus == null && order.isEmpty() ? TO_BE_PACKED : shippingStatus;
        return new ParcelFilter(status == null ? "" : status, order, sort == null ? "" : sort, page);
    }

    public boolean isNewestFirst() {
        return sort.equals(NEWEST);
    }

    /** Returns the query for shipping-service. Ids grow with time, and the service lists them in order. */
    MultiValueMap<String, String> query() {
        var query = new LinkedMultiValueMap<String, String>();
        query.set("sort", isNewestFirst() ? "shippingId,desc" : "shippingId");
        query.set("page", Integer.toString(page));
        if (StringUtils.hasText(shippingStatus)) {
            query.set("shippingStatus", shippingStatus);
        }
        if (!orderId.isEmpty()) {
            query.set("orderId", orderId);
        }
        return query;
    }

    /** Returns the address of a page of the list with this filter. */
    public String address(int number) {
        return UriComponentsBuilder.fromPath("/app/desk/parcels")
                .queryParam("shippingStatus", "{status}")
                .queryParam("orderId", "{order}")
                .queryParam("sort", "{sort}")
                .queryParam("page", number)
                .encode()
                .buildAndExpand(shippingStatus, orderId, sort)
                .toUriString();
    }
}
