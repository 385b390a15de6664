package ecommerce.user.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Counts the events of one limit for one subject.
 *
 * @param key identifies limit and subject; a hash, so that the table has short keys and contains neither names nor addresses
 */
record Counter(byte[] key, Limit limit) {

    static Counter of(String what, Limit limit, String... subject) {
        return new Counter(hash(what + '\0' + String.join("\0", subject)), limit);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
