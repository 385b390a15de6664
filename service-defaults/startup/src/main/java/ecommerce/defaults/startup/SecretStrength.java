package ecommerce.defaults.startup;

import java.util.Locale;
import java.util.Optional;

/** Recognises secrets that somebody could guess. */
final class SecretStrength {

    private static final int SECRET_LENGTH = 16;
    private static final int PASSWORD_LENGTH = 12;
    private static final int DIFFERENT_CHARACTERS = 6;

    private SecretStrength() {}

    /**
     * Returns why a secret is weak, without the secret; empty if it isn't.
     *
     * @param name the environment variable; names that end neither with {@code _SECRET} nor with {@code _PASSWORD} hold
     *     no secret
     */
    static Optional<String> weakness(String name, String value) {
        if (!name.endsWith("_SECRET") && !name.endsWith("_PASSWORD")) {
            return Optional.empty();
        }
        var length = name.endsWith("_SECRET") ? SECRET_LENGTH : PASSWORD_LENGTH;
        if (value.length() < length) {
            return Optional.of("has fewer than %d characters".formatted(length));
        }
        if (value.chars().distinct().count() < DIFFERENT_CHARACTERS) {
            return Optional.of("has fewer than %d different characters".formatted(DIFFERENT_CHARACTERS));
        }
        var text = value.toLowerCase(Locale.ROOT);
        return text.startsWith("local-") || text.contains("changeme") || text.contains("change-me")
                ? Optional.of("is a published value")
                : Optional.empty();
    }
}
