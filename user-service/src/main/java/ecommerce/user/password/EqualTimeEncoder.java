package ecommerce.user.password;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords, and checks hashes of this and of previous releases. A wrong password is checked against a hash of
 * each encoding in use, so the time of a refusal doesn't tell which encoding an account has, or whether it exists.
 */
final class EqualTimeEncoder implements PasswordEncoder {

    private static final String BCRYPT = "bcrypt";

    /** PBKDF2 with HMAC-SHA-256, 310,000 iterations and a salt of 16 bytes. The previous release can check it. */
    private static final String PBKDF2 = "pbkdf2@SpringSecurity_v5_8";

    /** PBKDF2 with HMAC-SHA-256, 600,000 iterations (OWASP's advice) and a salt of 16 bytes. */
    private static final String PBKDF2_STRONGER = "pbkdf2-600000";

    /**
     * PBKDF2 with HMAC-SHA-256, 1,000 iterations and a salt of 16 bytes. It is too weak to protect a password. Only an
     * encoder that was created with it can check its hashes.
     */
    static final String PBKDF2_FOR_TESTS = "pbkdf2-1000";

    private static final Map<String, PasswordEncoder> ENCODERS = Map.of(
            BCRYPT,
            new BCryptPasswordEncoder(),
            PBKDF2,
            Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
            PBKDF2_STRONGER,
            pbkdf2(600_000));

    private static final String PBKDF2_OF_NOTHING = "0".repeat(96);

    /** Well-formed hashes of no password, without their prefixes. */
    static final Map<String, String> HASHES_OF_NOTHING = Map.of(
            BCRYPT,
            "$2a$10$" + ".".repeat(53),
            PBKDF2,
            PBKDF2_OF_NOTHING,
            PBKDF2_STRONGER,
            PBKDF2_OF_NOTHING,
            PBKDF2_FOR_TESTS,
            PBKDF2_OF_NOTHING);

    private final DelegatingPasswordEncoder encoder;
    private final Map<String, String> inUse = new LinkedHashMap<>();

    EqualTimeEncoder(String encoding) {
        this(encoding, encoders(encoding));
    }

    EqualTimeEncoder(String encoding, Map<String, PasswordEncoder> encoders) {
        this.encoder = new DelegatingPasswordEncoder(encoding, encoders);
        // The databases of tests have no older hashes.
        for (var one : encoding.equals(PBKDF2_FOR_TESTS) ? List.of(encoding) : List.of(BCRYPT, PBKDF2, encoding)) {
            inUse.put("{%s}".formatted(one), "{%s}%s".formatted(one, HASHES_OF_NOTHING.get(one)));
        }
    }

    private static Map<String, PasswordEncoder> encoders(String encoding) {
        var encoders = new HashMap<>(ENCODERS);
        if (encoding.equals(PBKDF2_FOR_TESTS)) {
            encoders.put(PBKDF2_FOR_TESTS, pbkdf2(1_000));
        }
        return encoders;
    }

    private static PasswordEncoder pbkdf2(int iterations) {
        return new Pbkdf2PasswordEncoder("", 16, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (encoder.matches(password, hash)) {
            return true;
        }
        inUse.forEach((prefix, hashOfNothing) -> {
            if (hash == null || !hash.startsWith(prefix)) {
                encoder.matches(password, hashOfNothing);
            }
        });
        return false;
    }

    /** Returns whether the hash should be replaced, because it has another encoding than new ones. */
    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
