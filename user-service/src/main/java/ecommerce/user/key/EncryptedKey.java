package ecommerce.user.key;

import org.jspecify.annotations.Nullable;

/**
 * A signing key as it is stored.
 *
 * @param jwk the JSON Web Key, encrypted by AES-GCM
 * @param salt the hexadecimal salt of the key derivation
 * @param secretVersion the version of the secret; null if the version before of user-service encrypted the key
 */
record EncryptedKey(byte[] jwk, String salt, @Nullable String secretVersion) {}
