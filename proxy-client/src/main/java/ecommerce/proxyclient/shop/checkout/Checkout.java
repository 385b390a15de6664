package ecommerce.proxyclient.shop.checkout;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.CartReference;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.orderclient.OrderClient.PlaceOrder;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.shop.cart.ShoppingCart;
import ecommerce.proxyclient.shop.checkout.CheckoutPage.PriceChange;
import ecommerce.proxyclient.shop.orders.OwnOrders;
import ecommerce.proxyclient.userclient.AccountClient;
import ecommerce.proxyclient.userclient.AccountClient.Address;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Prepares the checkout page, and places orders. */
@Component
@EnableConfigurationProperties(CheckoutProperties.class)
class Checkout {

    private final ShoppingCart carts;
    private final AccountClient accounts;
    private final OrderClient orders;
    private final OwnOrders own;
    private final CheckoutProperties properties;

    Checkout(
            ShoppingCart carts,
            AccountClient accounts,
            OrderClient orders,
            OwnOrders own,
            CheckoutProperties properties) {
        this.carts = carts;
        this.accounts = accounts;
        this.orders = orders;
        this.own = own;
        this.properties = properties;
    }

    /** Returns the page of a new order. The oldest address is chosen. */
    CheckoutPage begin(BrowserSession session) {
        var addresses = addresses();
        return page(session, addresses, form(addresses.isEmpty() ? null : addresses.getFirst(), ""));
    }

    /** Returns the page of an order that repeats a rejected one: the same note, and the same address. */
    CheckoutPage repeat(BrowserSession session, long orderId) {
        var rejected = own.find(orderId, session);
        var to = rejected.shippingAddress();
        var addresses = addresses();
        var same = addresses.stream()
                .filter(address -> address.fullAddress().equals(to.fullAddress())
                        && address.postalCode().equals(to.postalCode())
                        && address.city().equals(to.city()))
                .findFirst();
        var note = rejected.orderDesc() == null ? "" : rejected.orderDesc();
        var form = same.map(address -> form(address, note))
                .orElseGet(() -> new CheckoutForm(
                        null, to.fullAddress(), to.postalCode(), to.city(), "", note, null, null, null));
        return page(session, addresses, form);
    }

    /** Returns the page with what was typed, with the current prices, and with what is wrong. */
    CheckoutPage again(BrowserSession session, CheckoutForm form, List<PriceChange> changes, FormErrors errors) {
        return new CheckoutPage(
                carts.open(session), addresses(), properties.cards(), form, UUID.randomUUID(), changes, errors);
    }

    /** Adds a new address to the customer's addresses. A form that is sent again finds the address there. */
    CheckoutForm withStoredAddress(BrowserSession session, CheckoutForm form) {
        if (!form.hasNewAddress()) {
            return form;
        }
        var content = form.newAddress();
        var stored = addresses().stream()
                .filter(address -> address.content().equals(content))
                .findFirst()
                .orElseGet(() -> accounts.addAddress(content));
        return form.at(stored.addressId());
    }

    Order place(CheckoutForm form) {
        var destination = requireNonNull(form.addressId());
        var order = new PlaceOrder(
                new CartReference(requireNonNull(form.cartId())),
                form.note(),
                destination,
                form.paymentToken(),
                requireNonNull(form.expectedTotal()));
        return orders.place(order, form.idempotencyKey(destination));
    }

    private CheckoutPage page(BrowserSession session, List<Address> addresses, CheckoutForm form) {
        return new CheckoutPage(
                carts.open(session),
                addresses,
                properties.cards(),
                form,
                UUID.randomUUID(),
                List.of(),
                FormErrors.NONE);
    }

    private List<Address> addresses() {
        return accounts.ownAddresses(Listing.LARGEST, 0).collection();
    }

    private static CheckoutForm form(@Nullable Address address, String note) {
        return new CheckoutForm(
                address == null ? null : Long.valueOf(address.addressId()), "", "", "", "", note, null, null, null);
    }
}
