package ecommerce.product.product;

import ecommerce.defaults.web.Verbatim;
import ecommerce.product.category.Category;
import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request to create or replace a product.
 *
 * @param productId the id of the product that a {@code PUT} replaces, unless the path has it
 * @param sku 1 to 50 letters, digits or symbols, with spaces only inside; doesn't begin with = + - or @
 * @param quantity the number of sellable pieces, without reserved ones. Required for a new product. For an existing
 *     product null keeps the stock, and a value that differs from the current one requires an {@code If-Match}
 * @param hidden whether the product is hidden from customers. If null, a new product is visible and an existing one
 *     stays as it is
 * @param description Markdown; null clears it
 */
record ProductRequest(
        @Nullable Long productId,
        @NotBlank @Size(max = 200) String productTitle,
        @Size(max = 500) @Nullable String imageUrl,

        @NotNull @Pattern(regexp = Sku.FORM, message = Sku.FORM_MESSAGE)
        String sku,

        @NotNull @PositiveOrZero @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2)
        BigDecimal priceUnit,

        @Min(0) @Max(StockAdjustments.MAXIMUM) @Nullable Integer quantity,
        @NotNull @Valid CategoryReference category,
        @Nullable Boolean hidden,

        @Verbatim
        @Size(max = Description.MAXIMUM)
        @Pattern(regexp = Description.FORM, message = Description.FORM_MESSAGE)
        @Nullable
        String description) {

    ProductRequest {
        description = Description.tidy(description);
        if (sku != null) {
            sku = Sku.tidy(sku);
        }
    }

    record CategoryReference(@NotNull Long categoryId) {}

    /** Returns the product as a request. The quantity is null, so that the stock stays unchanged. */
    static ProductRequest of(Product product) {
        return new ProductRequest(
                product.productId(),
                product.productTitle(),
                product.imageUrl(),
                product.sku(),
                product.priceUnit(),
                null,
                new CategoryReference(product.category().categoryId()),
                product.isHidden(),
                product.description());
    }

    Product toProduct(Category categoryOfProduct) {
        var product = new Product(productTitle, imageUrl, sku, priceUnit, categoryOfProduct);
        product.hide(Boolean.TRUE.equals(hidden));
        product.describe(description);
        return product;
    }

    void replace(Product product, Category newCategory) {
        product.replace(productTitle, imageUrl, sku, priceUnit, newCategory);
        product.describe(description);
        if (hidden != null) {
            product.hide(hidden);
        }
    }
}
