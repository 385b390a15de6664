package ecommerce.proxyclient.productclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.productclient.ProductClient.CategoryReference;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reads and changes products with the token of staff, who also see hidden products. */
@HttpExchange("/api/products")
public interface ProductStaffClient {

    /**
     * A product as staff see it.
     *
     * @param quantity the sellable pieces
     * @param hidden true if customers don't see the product; absent otherwise
     * @param description Markdown; absent in lists
     */
    record StaffProduct(
            long productId,
            String productTitle,
            @Nullable String imageUrl,
            String sku,
            BigDecimal priceUnit,
            int quantity,
            Instant createdAt,
            CategoryReference category,
            @Nullable Boolean hidden,
            @Nullable String description) {

        public boolean isHidden() {
            return Boolean.TRUE.equals(hidden);
        }
    }

    /**
     * The content of a product: of a new one, or a merge patch, in which a null member is cleared.
     *
     * @param quantity the opening stock of a new product; null in a patch, which keeps the stock
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProductContent(
            String productTitle,
            @Nullable String imageUrl,
            String sku,
            BigDecimal priceUnit,
            CategoryId category,
            boolean hidden,
            @Nullable String description,
            @Nullable Integer quantity) {}

    record CategoryId(long categoryId) {}

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange
    Listing<StaffProduct> products(@RequestParam MultiValueMap<String, String> query);

    /** The response has the product's ETag. */
    @GetExchange("/{productId}")
    ResponseEntity<StaffProduct> product(@PathVariable long productId);

    @PostExchange
    StaffProduct create(@RequestBody ProductContent product);

    @PatchExchange("/{productId}")
    void change(
            @PathVariable long productId,
            @RequestBody ProductContent patch,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @DeleteExchange("/{productId}")
    void delete(@PathVariable long productId, @RequestHeader(HttpHeaders.IF_MATCH) String etag);
}
