package ecommerce.product.product;

import ecommerce.defaults.security.Caller;
import ecommerce.product.product.list.RelatedProducts;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves products that are like another one. The endpoint is public. */
@RestController
@Tag(name = "products")
class RelatedProductController {

    private final RelatedProducts related;

    RelatedProductController(RelatedProducts related) {
        this.related = related;
    }

    record RelatedProductList(List<ProductResponse> collection) {}

    /**
     * Lists products that are like another one. They are in stock. Those of its category come first, then those of nearby
     * ones.
     */
    @GetMapping("/api/products/{productId}/related-products")
    RelatedProductList list(
            @PathVariable long productId,
            @RequestParam(defaultValue = "8") @Min(1) @Max(20) int size,
            @AuthenticationPrincipal @Nullable Caller caller) {
        return new RelatedProductList(related.find(productId, size, caller != null && caller.isAdmin()));
    }
}
