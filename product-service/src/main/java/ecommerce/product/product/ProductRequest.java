package ecommerce.product.product;

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
 * A product, whole.
 *
 * @param quantity how many can be sold, not counting what is reserved
 * @param hidden whether it is off the shelves for now; left out, it isn't
 */
record ProductRequest(
        @NotBlank @Size(max = 200) String productTitle,
        @Size(max = 500) @Nullable String imageUrl,
        @NotNull @Pattern(regexp = Sku.FORM, message = Sku.FORM_MESSAGE) String sku,
        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal priceUnit,
        @NotNull @Min(0) @Max(1_000_000_000) Integer quantity,
        @NotNull @Valid CategoryReference category,
        @Nullable Boolean hidden) {

    ProductRequest {
        if (sku != null) {
            sku = Sku.tidy(sku);
        }
    }

    record CategoryReference(@NotNull Long categoryId) {}

    boolean isHidden() {
        return Boolean.TRUE.equals(hidden);
    }
}
