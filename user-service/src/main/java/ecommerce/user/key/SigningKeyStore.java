package ecommerce.user.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Stores signing keys encrypted in the database. */
@Component
class SigningKeyStore {

    /** An arbitrary number that no other advisory lock of this database uses. */
    private static final long ROTATION_LOCK = 7_465_001;

    private final JdbcClient jdbc;
    private final KeyProperties properties;

    SigningKeyStore(JdbcClient jdbc, KeyProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Acquires the rotation lock until the end of the transaction, so that only one replica rotates keys at a time. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(ROTATION_LOCK).query().listOfRows();
    }

    /** Returns all keys, newest first. */
    List<SigningKey> findAll() {
        return jdbc.sql("SELECT encrypted_jwk, salt, activates_at FROM signing_key ORDER BY activates_at DESC, key_id")
                .query(this::toKey)
                .list();
    }

    void add(SigningKey signingKey) {
        var salt = KeyGenerators.string().generateKey();
        var jwk = signingKey.key().toJSONString().getBytes(StandardCharsets.UTF_8);
        jdbc.sql("INSERT INTO signing_key (key_id, encrypted_jwk, salt, activates_at) VALUES (?, ?, ?, ?)")
                .param(signingKey.key().getKeyID())
                .param(encryptor(salt).encrypt(jwk))
                .param(salt)
                .param(Timestamp.from(signingKey.activatesAt()))
                .update();
    }

    /** Deletes the keys that were activated before this time. */
    void deleteActivatedBefore(Instant activatedAt) {
        jdbc.sql("DELETE FROM signing_key WHERE activates_at < ?")
                .param(Timestamp.from(activatedAt))
                .update();
    }

    private SigningKey toKey(ResultSet row, int rowNumber) throws SQLException {
        var jwk = encryptor(row.getString("salt")).decrypt(row.getBytes("encrypted_jwk"));
        try {
            var key = RSAKey.parse(new String(jwk, StandardCharsets.UTF_8));
            return new SigningKey(key, row.getTimestamp("activates_at").toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key is not a JSON Web Key", e);
        }
    }

    private BytesEncryptor encryptor(String salt) {
        return AesGcmBytesEncryptor.withPassword(properties.encryptionSecret(), salt)
                .build();
    }
}
