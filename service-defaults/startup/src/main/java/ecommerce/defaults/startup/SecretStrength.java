package ecommerce.defaults.startup;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises secrets that somebody could guess. */
public final class SecretStrength {

    private static final int SECRET_LENGTH = 16;
    private static final int PASSWORD_LENGTH = 12;
    private static final int DIFFERENT_CHARACTERS = 6;

    /** Precedes the key in a secret of Standard Webhooks. */
    private static final String WEBHOOK_PREFIX = "whsec_";

    /** The passwords of the accounts in the profile {@code local}. */
    private static final Set<String> PUBLISHED = Set.of("admin-password", "alice-password", "bob-password");

    private SecretStrength() {}

    /**
     * Returns why a secret is weak, without the secret; empty if it isn't.
     *
     * @param name the environment variable; names that end neither with {@code _SECRET} nor with {@code _PASSWORD} hold
     *     no secret
     */
    public static Optional<String> weakness(String name, String value) {
        if (!name.endsWith("_SECRET") && !name.endsWith("_PASSWORD")) {
            return Optional.empty();
        }
        var secret = value.startsWith(WEBHOOK_PREFIX) ? value.substring(WEBHOOK_PREFIX.length()) : value;
        var length = name.endsWith("_SECRET") ? SECRET_LENGTH : PASSWORD_LENGTH;
        if (secret.length() < length) {
            return Optional.of("has fewer than %d characters".formatted(length));
        }
        if (secret.chars().distinct().count() < DIFFERENT_CHARACTERS) {
            return Optional.of("has fewer than %d different characters".formatted(DIFFERENT_CHARACTERS));
        }
        return isPublished(secret.toLowerCase(Locale.ROOT)) ? Optional.of("is a published value") : Optional.empty();
    }

    private static boolean isPublished(String secret) {
        return PUBLISHED.contains(secret)
                || secret.startsWith("local-")
                || secret.contains("changeme")
                || secret.contains("change-me");
    }
}
