package ecommerce.defaults.idempotency;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A user's {@code Idempotency-Key} with the fingerprint of the request that was sent with it.
 *
 * @param fingerprint the SHA-256 hash of path and body
 * @param previousFingerprint the hash that the previous version computes, if it differs. It is the one that is stored,
 *     because the previous version may receive the repetition during a deployment.
 */
public record RequestKey(long userId, String value, byte[] fingerprint, byte @Nullable [] previousFingerprint) {

    boolean matches(byte[] stored) {
        return MessageDigest.isEqual(stored, fingerprint)
                || (previousFingerprint != null && MessageDigest.isEqual(stored, previousFingerprint));
    }

    byte[] toStore() {
        return previousFingerprint == null ? fingerprint : previousFingerprint;
    }
}
