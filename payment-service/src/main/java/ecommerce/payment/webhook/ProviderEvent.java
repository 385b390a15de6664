package ecommerce.payment.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** An event says which charge has changed. What it has come to, the provider is asked, so its kind is only kept. */
record ProviderEvent(
        @NotBlank @Size(max = 100) String type,
        @NotNull @Valid Data data) {

    /** @param reference our own reference of the charge */
    record Data(@NotNull UUID reference) {}
}
