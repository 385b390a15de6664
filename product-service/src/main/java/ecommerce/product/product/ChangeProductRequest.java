package ecommerce.product.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The members to change; a member left out stays. */
record ChangeProductRequest(
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable String productTitle,
        @Size(max = 500) @Nullable String imageUrl,
        @Pattern(regexp = Sku.FORM, message = Sku.FORM_MESSAGE) @Nullable String sku,
        @PositiveOrZero @Digits(integer = 10, fraction = 2) @Nullable BigDecimal priceUnit,
        @Min(0) @Max(1_000_000_000) @Nullable Integer quantity,
        @Valid ProductRequest.@Nullable CategoryReference category,
        @Nullable Boolean hidden) {

    ChangeProductRequest {
        if (sku != null) {
            sku = Sku.tidy(sku);
        }
    }

    ProductRequest appliedTo(Product old, int oldQuantity) {
        return new ProductRequest(
                productTitle == null ? old.productTitle() : productTitle,
                imageUrl == null ? old.imageUrl() : imageUrl,
                sku == null ? old.sku() : sku,
                priceUnit == null ? old.priceUnit() : priceUnit,
                quantity == null ? oldQuantity : quantity,
                category == null
                        ? new ProductRequest.CategoryReference(old.category().categoryId())
                        : category,
                hidden == null ? old.isHidden() : hidden);
    }
}
