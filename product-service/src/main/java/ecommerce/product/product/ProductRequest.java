package ecommerce.product.product;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.Valid;
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
 * A whole product.
 *
 * @param productId the id of the product that a {@code PUT} replaces, unless the path names it
 * @param quantity pieces that can be sold, without those that are reserved. A new product needs it; otherwise the stock stays
 *     without it, and a value other than the present one needs an {@code If-Match}
 * @param hidden whether the product is off the shelves; without it a new product isn't, and any other stays as it is
 */
record ProductRequest(
        @Nullable Long productId,
        @NotBlank @Size(max = 200) String productTitle,
        @Size(max = 500) @Nullable String imageUrl,

        @NotNull @Pattern(regexp = Sku.FORM, message = Sku.FORM_MESSAGE)
        String sku,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal priceUnit,

        @Min(0) @Max(StockAdjustments.MAXIMUM) @Nullable Integer quantity,
        @NotNull @Valid CategoryReference category,
        @Nullable Boolean hidden) {

    ProductRequest {
        if (sku != null) {
            sku = Sku.tidy(sku);
        }
    }

    record CategoryReference(@NotNull Long categoryId) {}

    /** Without the quantity, which stays. */
    static ProductRequest of(Product product) {
        return new ProductRequest(
                product.productId(),
                product.productTitle(),
                product.imageUrl(),
                product.sku(),
                product.priceUnit(),
                null,
                new CategoryReference(product.category().categoryId()),
                product.isHidden());
    }

    boolean isHidden(boolean before) {
        return hidden == null ? before : hidden;
    }
}
