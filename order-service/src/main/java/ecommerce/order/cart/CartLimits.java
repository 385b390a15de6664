package ecommerce.order.cart;

import ecommerce.defaults.aggregate.ForbiddenChangeException;
import ecommerce.defaults.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits the size of a cart. The upper bounds are the limits of one request to product-service and shipping-service.
 *
 * @param maxLines products in a cart, 1 to 200
 * @param maxPieces pieces of each product, 1 to 1,000,000
 */
@Validated
@ConfigurationProperties("shop.carts.limits")
public record CartLimits(
        @Min(1) @Max(200) int maxLines,
        @Min(1) @Max(1_000_000) int maxPieces) {

    /** Throws 400, with the limit, if the requested quantity alone exceeds it. */
    public void requireAllowed(int orderedQuantity) {
        if (orderedQuantity > maxPieces) {
            throw Problem.invalid("orderedQuantity", "must be less than or equal to " + maxPieces);
        }
    }

    ForbiddenChangeException tooManyPieces() {
        return new ForbiddenChangeException(
                "A cart holds at most %d pieces of a product".formatted(maxPieces), Map.of("maxPieces", maxPieces));
    }

    ForbiddenChangeException tooManyLines() {
        return new ForbiddenChangeException(
                "A cart holds at most %d products".formatted(maxLines), Map.of("maxLines", maxLines));
    }
}
