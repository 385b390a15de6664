package ecommerce.proxyclient.desk.carts;

import ecommerce.proxyclient.orderclient.CartClient.AddItem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product of a cart as staff type it. order-service limits the number of pieces further.
 *
 * @param etag names the version of the cart that was shown
 */
public record CartItemForm(
        @Pattern(regexp = "[0-9]{1,18}", message = "{desk.stock.to.invalid}")
        String productId,

        @Pattern(regexp = "0{0,9}[1-9][0-9]{0,8}", message = "{desk.pieces.positive}")
        String orderedQuantity,

        @NotNull String etag) {

    public static final CartItemForm EMPTY = new CartItemForm("", "1", "");

    public CartItemForm {
        productId = text(productId);
        orderedQuantity = text(orderedQuantity);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Returns the number of pieces of a valid form. */
    int pieces() {
        return Integer.parseInt(orderedQuantity);
    }

    /** Returns the request of a valid form. */
    AddItem item() {
        return new AddItem(Long.parseLong(productId), pieces());
    }
}
