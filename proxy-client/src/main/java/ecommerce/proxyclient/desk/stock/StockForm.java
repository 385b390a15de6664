package ecommerce.proxyclient.desk.stock;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each form that changes the stock of a product carries.
 *
 * @param title the product's title, so that the form can be shown again without the service; empty if it is deleted
 * @param key the idempotency key: a form that is sent twice changes the stock once
 */
public record StockForm(@Nullable String title, @NotNull UUID key) {

    public StockForm {
        title = Objects.requireNonNullElse(title, "");
    }

    static StockForm open(String title) {
        return new StockForm(title, UUID.randomUUID());
    }
}
