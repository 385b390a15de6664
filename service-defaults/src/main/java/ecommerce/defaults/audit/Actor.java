package ecommerce.defaults.audit;

import ecommerce.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The user or the service that performed an action.
 *
 * @param id the user's id or the service's name; null if unknown
 * @param name the sign-in name or the service's name; null if unknown
 */
public record Actor(
        Kind kind, @Nullable String id, @Nullable String name) {

    /** What kind of actor it is. */
    public enum Kind {
        CUSTOMER,
        STAFF,
        /** Another service of the shop. */
        SERVICE,
        /** The service itself, for example in a durable task. The trace id leads to the request that caused it. */
        SYSTEM,
        /** Nobody has signed in. */
        ANONYMOUS
    }

    static final Actor NOBODY = new Actor(Kind.ANONYMOUS, null, null);

    /** Returns a user, for actions such as a sign-in that have no access token yet. */
    public static Actor user(long userId, String username, boolean isStaff) {
        return new Actor(isStaff ? Kind.STAFF : Kind.CUSTOMER, Long.toString(userId), username);
    }

    static Actor of(Caller caller) {
        var kind = caller.isService() ? Kind.SERVICE : caller.isAdmin() ? Kind.STAFF : Kind.CUSTOMER;
        return new Actor(kind, caller.subject(), caller.username());
    }

    /** Returns a text that stands for this actor. */
    String key() {
        return kind + " " + id;
    }

    static Actor system(String service) {
        return new Actor(Kind.SYSTEM, service, service);
    }
}
