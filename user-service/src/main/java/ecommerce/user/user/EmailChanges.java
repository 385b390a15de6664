package ecommerce.user.user;

import ecommerce.defaults.security.Caller;
import ecommerce.user.name.AccountNames;
import ecommerce.user.throttle.EmailChangeThrottle;
import org.springframework.stereotype.Component;

/**
 * Counts customers' changes of email addresses. Does so before the transaction that stores a change, because a refusal would
 * roll the count back.
 */
@Component
class EmailChanges {

    private final UserService users;
    private final EmailChangeThrottle throttle;

    EmailChanges(UserService users, EmailChangeThrottle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    /**
     * Counts the change if the address is another one. Staff may search for email addresses, so theirs don't count.
     *
     * @param clientAddress the client's IP address
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, after too many changes
     */
    void count(long userId, String email, Caller caller, String clientAddress) {
        var current = users.find(userId, caller).email();
        if (!caller.isAdmin() && !AccountNames.sameEmail(current, email)) {
            throttle.count(caller.userId(), clientAddress);
        }
    }
}
