package ecommerce.proxyclient.productclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.productclient.ProductClient.Category;
import ecommerce.proxyclient.productclient.ProductStaffClient.CategoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reads and changes categories with the token of staff. */
@HttpExchange("/api")
public interface CategoryStaffClient {

    /**
     * The content of a category: of a new one, or a merge patch, in which a null member is cleared.
     *
     * @param parentCategory null for a category at the top
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CategoryContent(
            String categoryTitle,
            @Nullable String imageUrl,
            @Nullable CategoryId parentCategory) {}

    @GetExchange("/categories?sort=categoryTitle")
    Listing<Category> categories(@RequestParam int size, @RequestParam int page);

    /** The response has the category's ETag. */
    @GetExchange("/categories/{categoryId}")
    ResponseEntity<Category> category(@PathVariable long categoryId);

    @PostExchange("/categories")
    Category create(@RequestBody CategoryContent category);

    @PatchExchange("/categories/{categoryId}")
    void change(
            @PathVariable long categoryId,
            @RequestBody CategoryContent patch,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @DeleteExchange("/categories/{categoryId}")
    void delete(@PathVariable long categoryId, @RequestHeader(HttpHeaders.IF_MATCH) String etag);
}
