package ecommerce.user.throttle;

import ecommerce.user.name.AccountNames;

/**
 * Identifies the account that someone signs in to. An account that exists has its id, because accounts of earlier
 * releases may share a normalised name: nobody's sign-ins may change the limits of a namesake.
 */
public record AccountKey(String text) {

    public static AccountKey of(long userId) {
        return new AccountKey("id " + userId);
    }

    /** Returns the key of a user name that doesn't exist. It is the same for all spellings. */
    public static AccountKey unknown(String username) {
        return new AccountKey("name " + AccountNames.usernameKey(username));
    }
}
