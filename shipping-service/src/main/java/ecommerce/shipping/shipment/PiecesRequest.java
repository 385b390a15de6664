package ecommerce.shipping.shipment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A request about pieces of an order's shipments. */
public record PiecesRequest(@NotEmpty @Size(max = 200) List<@Valid @NotNull ShippingItem> items) {}
