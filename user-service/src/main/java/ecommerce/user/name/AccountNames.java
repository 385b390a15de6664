package ecommerce.user.name;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Normalises user names and email addresses. */
public final class AccountNames {

    private AccountNames() {}

    /**
     * Returns the name without surrounding whitespace, in Unicode's form NFKC, in which characters that are variants of
     * others are replaced. Null remains null, because it is normalised before it is validated.
     */
    @SuppressWarnings("NullAway")
    public static String normalized(@Nullable String name) {
        return name == null ? null : Normalizer.normalize(name.strip(), Normalizer.Form.NFKC);
    }

    /**
     * Returns the key of a user name: the same for all spellings of one name, and for all names that are equal in
     * PostgreSQL's lower case.
     */
    public static String usernameKey(String username) {
        // The lower case of "\u1E9E" has another upper case, and that of "\u0130" depends on the locale.
        var upper = normalized(lower(normalized(username)).toUpperCase(Locale.ROOT));
        // Lower case may need to be composed again.
        return normalized(lower(upper));
    }

    private static String lower(String text) {
        return text.replace('\u0130', 'I').toLowerCase(Locale.ROOT);
    }

    /** Returns whether both are spellings of one email address. */
    public static boolean sameEmail(String one, String other) {
        return one.equals(other) || emailKey(one).equals(emailKey(other));
    }

    /** Returns the key of an email address: the same for all spellings, also of an internationalised domain. */
    public static String emailKey(String email) {
        var key = usernameKey(email);
        var at = key.lastIndexOf('@');
        return key.substring(0, at + 1) + domainKey(key.substring(at + 1));
    }

    private static String domainKey(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return domain;
        }
    }
}
