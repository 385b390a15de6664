package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import ecommerce.order.recipient.Recipients;
import ecommerce.order.userclient.UserClient;
import ecommerce.order.userclient.UserClient.Address;
import ecommerce.order.userclient.UserClient.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;

/** Finds where and to whom an order is sent. */
@Component
class Destinations {

    /** @param recipient null if user-service doesn't know the user */
    record Destination(DeliveryAddress address, @Nullable Recipient recipient) {}

    private final UserClient users;
    private final Recipients recipients;

    Destinations(UserClient users, Recipients recipients) {
        this.users = users;
        this.recipients = recipients;
    }

    /**
     * Finds the named address, or the oldest one if none is named. Throws 400 if the named address isn't the user's,
     * and 409 if the user has no address.
     */
    Destination find(@Nullable Long addressId, long userId) {
        var contact = recipients.findContact(userId);
        var address = addressId == null ? findOldest(contact, userId) : to(findNamed(addressId, userId));
        return new Destination(address, contact == null ? null : Recipients.of(contact));
    }

    private DeliveryAddress findOldest(@Nullable Contact contact, long userId) {
        var oldest = contact == null ? null : contact.address();
        if (oldest != null) {
            return new DeliveryAddress(oldest.fullAddress(), oldest.postalCode(), oldest.city());
        }
        // The previous version of user-service doesn't answer with the address.
        return users.findAddresses(userId).collection().stream()
                .findFirst()
                .map(Destinations::to)
                .orElseThrow(() -> Problem.conflict("You have no address. Add one before you order."));
    }

    private Address findNamed(long addressId, long userId) {
        try {
            return users.findAddress(userId, addressId);
        } catch (NotFound e) {
            throw Problem.invalid("addressId", "isn't one of your addresses");
        }
    }

    private static DeliveryAddress to(Address address) {
        return new DeliveryAddress(address.fullAddress(), address.postalCode(), address.city());
    }
}
