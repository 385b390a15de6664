package ecommerce.order.recipient;

import ecommerce.order.userclient.UserClient;
import ecommerce.order.userclient.UserClient.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;

/** Finds the recipients of orders in user-service. */
@Component
public class Recipients {

    private final UserClient users;

    Recipients(UserClient users) {
        this.users = users;
    }

    /** Returns the recipient, or null if {@link #findContact} finds none. */
    @Nullable
    Recipient find(long userId) {
        var contact = findContact(userId);
        return contact == null ? null : of(contact);
    }

    /**
     * Returns the contact data, or null if user-service responds with 404: the user doesn't exist, or user-service is
     * of a previous version that lacks the endpoint.
     */
    public @Nullable Contact findContact(long userId) {
        try {
            return users.findContact(userId);
        } catch (NotFound e) {
            return null;
        }
    }

    public static Recipient of(Contact contact) {
        return new Recipient(contact.name(), contact.email(), contact.phone());
    }
}
