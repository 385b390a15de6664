package ecommerce.product.product;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.product.category.Category;
import ecommerce.product.category.CategoryRepository;
import ecommerce.product.stock.Stock;
import ecommerce.product.stock.StockAdjustments;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@RepeatOnDeadlock
@Transactional
class ProductService {

    private static final long NONE = -1;

    private final ProductRepository products;
    private final ProductQueries queries;
    private final CategoryRepository categories;
    private final StockAdjustments stock;
    private final RepresentationTags tags;
    private final MergePatches patches;
    private final Audit audit;

    ProductService(
            ProductRepository products,
            ProductQueries queries,
            CategoryRepository categories,
            StockAdjustments stock,
            RepresentationTags tags,
            MergePatches patches,
            Audit audit) {
        this.products = products;
        this.queries = queries;
        this.categories = categories;
        this.stock = stock;
        this.tags = tags;
        this.patches = patches;
        this.audit = audit;
    }

    /** Creates a product with its opening stock. */
    ProductResponse create(ProductRequest request, Caller caller) {
        if (request.quantity() == null) {
            throw Problem.invalid("quantity", "is required for a new product");
        }
        requireFreeSku(request.sku(), NONE);
        var product = products.saveAndFlush(request.toProduct(category(request)));
        stock.setSellable(stock.lock(product.productId()).orElseThrow(), request.quantity(), caller.username());
        audit.record(event("product.create", product).with("priceUnit", product.priceUnit()));
        return queries.find(product.productId(), true);
    }

    void replace(long productId, ProductRequest request, @Nullable String ifMatch, Caller caller) {
        change(lock(productId, ifMatch), request, ifMatch, caller);
    }

    /** Applies a merge patch. If it has no quantity, the stock stays unchanged, even if it moves concurrently. */
    void change(long productId, ObjectNode patch, @Nullable String ifMatch, Caller caller) {
        var locked = lock(productId, ifMatch);
        change(locked, patches.apply(ProductRequest.of(locked.product()), patch), ifMatch, caller);
    }

    void delete(long productId, @Nullable String ifMatch) {
        var product = lock(productId, ifMatch).product();
        product.delete();
        audit.record(event("product.delete", product));
    }

    private void change(Locked locked, ProductRequest request, @Nullable String ifMatch, Caller caller) {
        var product = locked.product();
        requireFreeSku(request.sku(), product.productId());
        var before = ProductRequest.of(product);
        request.replace(product, category(request));
        recordChange(before, product);
        if (request.quantity() != null && request.quantity() != locked.stock().sellable()) {
            requireCondition(ifMatch, locked.stock());
            stock.setSellable(locked.stock(), request.quantity(), caller.username());
        }
    }

    private void recordChange(ProductRequest before, Product product) {
        var change = event("product.change", product)
                .withChange("sku", before.sku(), product.sku())
                .withChange("productTitle", before.productTitle(), product.productTitle())
                .withChange(
                        "categoryId",
                        before.category().categoryId(),
                        product.category().categoryId())
                .withChange("imageUrl", before.imageUrl(), product.imageUrl())
                .withChange("hidden", before.hidden(), product.isHidden());
        audit.record(
                Objects.equals(before.description(), product.description())
                        ? change
                        : change.with("description", "changed"));
        if (before.priceUnit().compareTo(product.priceUnit()) != 0) {
            audit.record(event("product.price-change", product)
                    .withChange("priceUnit", before.priceUnit(), product.priceUnit()));
        }
    }

    private static AuditEvent event(String action, Product product) {
        return AuditEvent.of(action, "product", product.productId()).with("sku", product.sku());
    }

    /**
     * Requires an {@code If-Match} for an absolute quantity. Without it, the quantity could overwrite sales that the
     * client hasn't seen. Fails with 428.
     */
    private static void requireCondition(@Nullable String ifMatch, Stock pieces) {
        if (!ETag.isConditional(ifMatch)) {
            throw Problem.preconditionRequired(
                    ("The quantity is %d now. To replace it, send If-Match with the product's ETag."
                                    + " To keep it, omit quantity.")
                            .formatted(pieces.sellable()));
        }
    }

    private record Locked(Product product, Stock stock) {}

    /**
     * Locks the stock before the product's row, as every transaction does. Fails with 412 if the condition isn't met.
     */
    private Locked lock(long productId, @Nullable String ifMatch) {
        var pieces = stock.lock(productId).orElseThrow(() -> Problem.notFound("product", productId));
        var product = products.lockUndeleted(productId).orElseThrow(() -> Problem.notFound("product", productId));
        tags.check(ifMatch, ProductResponse.of(product, pieces.sellable()));
        return new Locked(product, pieces);
    }

    private Category category(ProductRequest request) {
        return categories
                .findById(request.category().categoryId())
                .orElseThrow(() -> Problem.invalid("category.categoryId", "must be the id of an existing category"));
    }

    private void requireFreeSku(String sku, long exceptId) {
        if (products.existsBySku(sku, exceptId)) {
            throw Problem.duplicate("sku", "The SKU %s belongs to another product".formatted(sku));
        }
    }
}
