package ecommerce.product.product;

import ecommerce.product.product.list.ProductSearch;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Provides other services with products, their prices and their sellable pieces. */
@RestController
@RequestMapping("/internal/products")
@Hidden
class InternalProductController {

    private final ProductSearch search;

    InternalProductController(ProductSearch search) {
        this.search = search;
    }

    record ProductList(List<ProductResponse> collection) {}

    /** Returns up to a hundred products. Omits those that are hidden, deleted or unknown. */
    @GetMapping
    ProductList list(@RequestParam @Size(min = 1, max = 100) List<Long> ids) {
        return new ProductList(search.findAll(ids));
    }
}
