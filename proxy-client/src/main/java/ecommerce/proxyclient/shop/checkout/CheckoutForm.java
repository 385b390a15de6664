package ecommerce.proxyclient.shop.checkout;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.userclient.AccountClient.AddressContent;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What a customer sends to order the cart.
 *
 * @param addressId one of the customer's addresses; empty for a new one, whose parts follow
 * @param expectedTotal the total that the page has shown, to which the customer agrees
 * @param cartId the cart that the page has shown
 * @param key a random id of the page, so that a form that is sent twice orders once
 */
public record CheckoutForm(
        @Nullable Long addressId,
        @Size(max = 255) @Nullable String fullAddress,
        @Size(max = 20) @Nullable String postalCode,
        @Size(max = 100) @Nullable String city,
        @Size(max = 200) @Nullable String paymentToken,
        @Size(max = 255) @Nullable String orderDesc,

        @PositiveOrZero @DecimalMax("999999999999999999.99") @Digits(integer = 18, fraction = 2) @Nullable
        BigDecimal expectedTotal,

        @Nullable Long cartId,
        @Nullable UUID key) {

    boolean hasNewAddress() {
        return addressId == null;
    }

    boolean isComplete() {
        return expectedTotal != null && cartId != null && key != null;
    }

    /** Returns the new address of a valid form. user-service strips what it stores, too. */
    AddressContent newAddress() {
        return new AddressContent(
                requireNonNull(fullAddress).strip(),
                requireNonNull(postalCode).strip(),
                requireNonNull(city).strip());
    }

    /** Returns a form with the address that was added to the customer's addresses. */
    CheckoutForm at(long newAddressId) {
        return new CheckoutForm(newAddressId, "", "", "", paymentToken, orderDesc, expectedTotal, cartId, key);
    }

    @Nullable
    String note() {
        return StringUtils.hasText(orderDesc) ? orderDesc : null;
    }

    /**
     * Returns the key of the order: the same for a form that is sent twice, and another one if anything was changed in
     * between.
     */
    String idempotencyKey(long destination) {
        var content = "%s|%s|%s|%s|%s|%s".formatted(key, cartId, destination, paymentToken, note(), expectedTotal);
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String toString() {
        return "CheckoutForm[cartId=%s]".formatted(cartId);
    }
}
