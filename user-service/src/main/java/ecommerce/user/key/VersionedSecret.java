package ecommerce.user.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * A secret that encrypts signing keys, and its version. The version is derived from the secret as expensively as a key, so that
 * it doesn't help to guess the secret.
 *
 * @param version 16 hexadecimal digits
 */
record VersionedSecret(String version, String value) {

    private static final byte[] VERSION_SALT = "KEY_ENCRYPTION_SECRET".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_BITS = 64;
    private static final int KEY_BITS = 256;

    /** Never change the derivation: it is part of the stored form, and the version before uses it, too. */
    private static final String DERIVATION = "PBKDF2WithHmacSHA256";

    private static final int ITERATIONS = 600_000;

    static VersionedSecret of(String value) {
        return new VersionedSecret(HexFormat.of().formatHex(derive(value, VERSION_SALT, VERSION_BITS)), value);
    }

    /** @param salt hexadecimal digits */
    BytesEncryptor encryptor(String salt) {
        var key = derive(value, HexFormat.of().parseHex(salt), KEY_BITS);
        return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
    }

    private static byte[] derive(String value, byte[] salt, int bits) {
        try {
            return SecretKeyFactory.getInstance(DERIVATION)
                    .generateSecret(new PBEKeySpec(value.toCharArray(), salt, ITERATIONS, bits))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM doesn't support " + DERIVATION, e);
        }
    }

    @Override
    public String toString() {
        return "version " + version;
    }
}
