package ecommerce.defaults.idempotency;

import java.security.MessageDigest;

/**
 * A user's {@code Idempotency-Key} with the fingerprint of the request that was sent with it.
 *
 * @param fingerprint a version byte and the SHA-256 hash of the path and the body
 */
public record RequestKey(long userId, String value, byte[] fingerprint) {

    /** Tells whether a stored request equals this one. Assumes so if the previous version stored it in another format. */
    boolean matches(byte[] stored) {
        return stored.length != fingerprint.length || MessageDigest.isEqual(stored, fingerprint);
    }
}
