package ecommerce.proxyclient.shop.checkout;

import ecommerce.proxyclient.orderclient.CartClient.Cart;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.userclient.AccountClient.Address;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The page on which the customer orders: the cart as it is now, and what was typed before.
 *
 * @param key a random id of the page
 * @param changes prices that have changed since the customer agreed to the total
 */
public record CheckoutPage(
        Cart cart,
        List<Address> addresses,
        List<String> cards,
        CheckoutForm form,
        UUID key,
        List<PriceChange> changes,
        FormErrors errors) {

    /** A price that differs from the one in the cart. */
    public record PriceChange(String productTitle, BigDecimal oldPrice, BigDecimal newPrice) {}

    public boolean isChosen(Address address) {
        return Objects.equals(form.addressId(), address.addressId());
    }

    public boolean isNewAddressChosen() {
        return addresses.stream().noneMatch(this::isChosen);
    }
}
