package ecommerce.payment.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * An event that tells which charge has changed. The new state is read from the provider, so the event's type is only
 * stored.
 */
record ProviderEvent(
        @NotBlank @Size(max = 100) String type,
        @NotNull @Valid Data data) {

    /** @param reference our own reference of the charge */
    record Data(@NotNull UUID reference) {}
}
