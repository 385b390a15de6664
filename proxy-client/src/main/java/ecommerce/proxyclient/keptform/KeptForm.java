package ecommerce.proxyclient.keptform;

import java.util.List;
import java.util.Map;

/**
 * A form that waits for the password.
 *
 * @param userId the user who has sent it; nobody else's sign-in carries on with it
 * @param action the path to which it was sent
 * @param fields its values by field, without the token of its page
 */
record KeptForm(long userId, String action, Map<String, List<String>> fields) {

    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "KeptForm[userId=%d, action=%s]".formatted(userId, action);
    }
}
