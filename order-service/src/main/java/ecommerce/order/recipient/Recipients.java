package ecommerce.order.recipient;

import ecommerce.order.userclient.UserClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;

/** Whom an order is for. */
@Component
public class Recipients {

    private final UserClient users;

    Recipients(UserClient users) {
        this.users = users;
    }

    /** Null if user-service doesn't know the user, or is of the version before and can't tell. */
    public @Nullable Recipient find(long userId) {
        try {
            var contact = users.findContact(userId);
            return new Recipient(contact.name(), contact.email(), contact.phone());
        } catch (NotFound e) {
            return null;
        }
    }
}
