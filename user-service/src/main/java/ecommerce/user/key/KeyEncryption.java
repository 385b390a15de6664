package ecommerce.user.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Encrypts signing keys with the current secret. Decrypts those that the current or the previous secret encrypted. */
@Component
final class KeyEncryption {

    private final VersionedSecret current;
    private final List<VersionedSecret> known;

    KeyEncryption(KeyProperties properties) {
        var secrets = new ArrayList<VersionedSecret>();
        secrets.add(VersionedSecret.of(properties.encryptionSecret()));
        if (StringUtils.hasText(properties.previousEncryptionSecret())) {
            secrets.add(VersionedSecret.of(properties.previousEncryptionSecret()));
        }
        this.current = secrets.getFirst();
        this.known = List.copyOf(secrets);
    }

    EncryptedKey encrypt(RSAKey key) {
        var salt = KeyGenerators.string().generateKey();
        var jwk = key.toJSONString().getBytes(StandardCharsets.UTF_8);
        return new EncryptedKey(current.encryptor(salt).encrypt(jwk), salt, current.version());
    }

    /**
     * Returns whether the current secret should replace the key's secret. It doesn't replace one that this replica doesn't know,
     * because that may be newer.
     */
    boolean isOutdated(EncryptedKey key) {
        return key.secretVersion() == null
                || known.stream().skip(1).anyMatch(secret -> secret.version().equals(key.secretVersion()));
    }

    /** Throws {@link IllegalStateException} if another secret encrypted the key. The message names the versions. */
    RSAKey decrypt(EncryptedKey key) {
        var refusals = new ArrayList<IllegalStateException>();
        for (var secret : known) {
            if (key.secretVersion() == null || key.secretVersion().equals(secret.version())) {
                try {
                    return parse(secret.encryptor(key.salt()).decrypt(key.jwk()));
                } catch (IllegalStateException otherSecret) {
                    refusals.add(otherSecret);
                }
            }
        }
        var problem = new IllegalStateException(
                "A stored signing key needs version %s of KEY_ENCRYPTION_SECRET, and this service has %s. Set KEY_ENCRYPTION_SECRET_PREVIOUS to the secret of before."
                        .formatted(key.secretVersion() == null ? "(unknown)" : key.secretVersion(), known));
        refusals.forEach(problem::addSuppressed);
        throw problem;
    }

    private static RSAKey parse(byte[] jwk) {
        try {
            return RSAKey.parse(new String(jwk, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key is not a JSON Web Key", e);
        }
    }
}
