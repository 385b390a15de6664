package ecommerce.product.product;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.product.category.Category;
import ecommerce.product.category.CategoryRepository;
import ecommerce.product.stock.StockService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ProductService {

    private static final long NONE = -1;

    private final ProductRepository products;
    private final CategoryRepository categories;
    private final StockService stock;

    ProductService(ProductRepository products, CategoryRepository categories, StockService stock) {
        this.products = products;
        this.categories = categories;
        this.stock = stock;
    }

    /** A product, the version it is in and what can be sold of it. */
    record Found(ProductResponse product, long version) {}

    @Transactional(readOnly = true)
    Found find(long productId, boolean evenHidden) {
        return products.findUndeleted(productId)
                .filter(product -> evenHidden || !product.isHidden())
                .map(this::found)
                .orElseThrow(() -> Problem.notFound("product", productId));
    }

    Found create(ProductRequest request, Caller caller) {
        requireFreeSku(request.sku(), NONE);
        var product = products.saveAndFlush(new Product(request, category(request)));
        stock.setSellable(product.productId(), request.quantity(), caller.username());
        return found(product);
    }

    void replace(long productId, ProductRequest request, @Nullable String ifMatch, Caller caller) {
        var product = findForChange(productId, ifMatch);
        requireFreeSku(request.sku(), productId);
        product.replace(request, category(request));
        stock.setSellable(productId, request.quantity(), caller.username());
    }

    /** Where no quantity is sent the stock isn't touched, however it moves meanwhile. */
    void change(long productId, ChangeProductRequest request, @Nullable String ifMatch, Caller caller) {
        var product = findForChange(productId, ifMatch);
        var whole = request.appliedTo(product, 0);
        requireFreeSku(whole.sku(), productId);
        product.replace(whole, category(whole));
        if (request.quantity() != null) {
            stock.setSellable(productId, request.quantity(), caller.username());
        }
    }

    void delete(long productId, @Nullable String ifMatch) {
        findForChange(productId, ifMatch).delete();
    }

    private Product findForChange(long productId, @Nullable String ifMatch) {
        var product = products.findForChange(productId).orElseThrow(() -> Problem.notFound("product", productId));
        ETag.check(ifMatch, product.version());
        return product;
    }

    private Found found(Product product) {
        var quantity = stock.find(product.productId()).sellable();
        return new Found(ProductResponse.of(product, quantity), product.version());
    }

    private Category category(ProductRequest request) {
        return categories
                .findById(request.category().categoryId())
                .orElseThrow(() -> Problem.invalid("category.categoryId", "names no category"));
    }

    private void requireFreeSku(String sku, long exceptId) {
        if (products.existsBySku(sku, exceptId)) {
            throw Problem.conflict("The SKU %s belongs to another product".formatted(sku));
        }
    }
}
