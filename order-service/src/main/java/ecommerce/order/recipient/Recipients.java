package ecommerce.order.recipient;

import ecommerce.order.userclient.UserClient;
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

    /**
     * Returns the recipient, or null if user-service responds with 404: the user doesn't exist, or user-service is of a
     * previous version that lacks the endpoint.
     */
    public @Nullable Recipient find(long userId) {
        try {
            var contact = users.findContact(userId);
            return new Recipient(contact.name(), contact.email(), contact.phone());
        } catch (NotFound e) {
            return null;
        }
    }
}
