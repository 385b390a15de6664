package ecommerce.proxyclient.desk.parcels;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderedProductClient;
import ecommerce.proxyclient.orderclient.OrderedProductClient.OrderedProducts;
import ecommerce.proxyclient.shippingclient.ParcelClient;
import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClientException;

/** Reads a parcel and what else its pages show. A parcel can be packed without the titles of its products. */
@Component
class ParcelPageReader {

    private static final Logger log = LoggerFactory.getLogger(ParcelPageReader.class);

    private final ParcelClient parcels;
    private final OrderedProductClient orders;

    ParcelPageReader(ParcelClient parcels, OrderedProductClient orders) {
        this.parcels = parcels;
        this.orders = orders;
    }

    ParcelPage read(long shippingId) {
        var answer = parcels.parcel(shippingId);
        var parcel = requireNonNull(answer.getBody());
        var version = answer.getHeaders().getETag();
        return new ParcelPage(parcel, version == null ? "" : version, order(parcel.orderId()), others(parcel));
    }

    private @Nullable OrderedProducts order(long orderId) {
        try {
            return orders.products(orderId);
        } catch (RestClientException e) {
            log.warn(
                    "A parcel is shown without its order {}: {}",
                    orderId,
                    e.getClass().getSimpleName());
            return null;
        }
    }

    /** Returns the other parcels of the order, at most a page of them. */
    private List<Parcel> others(Parcel parcel) {
        var query = new LinkedMultiValueMap<String, String>();
        query.set("orderId", Long.toString(parcel.orderId()));
        query.set("size", Integer.toString(Listing.LARGEST));
        return parcels.parcels(query).collection().stream()
                .filter(other -> other.shippingId() != parcel.shippingId())
                .toList();
    }
}
