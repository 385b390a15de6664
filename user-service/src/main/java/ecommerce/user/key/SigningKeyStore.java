package ecommerce.user.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores signing keys encrypted in the database. Decrypts each key once, because deriving its key is slow by design. */
@Component
class SigningKeyStore {

    /** An arbitrary number that no other advisory lock of this database uses. */
    private static final long ROTATION_LOCK = 7_465_001;

    private final JdbcClient jdbc;
    private final KeyEncryption encryption;
    private final Map<String, RSAKey> decrypted = new ConcurrentHashMap<>();

    SigningKeyStore(JdbcClient jdbc, KeyEncryption encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** Acquires the rotation lock until the end of the transaction, so that only one replica rotates keys at a time. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(ROTATION_LOCK).query().listOfRows();
    }

    /** Returns all keys, newest first. */
    List<SigningKey> findAll() {
        var rows = rows();
        decrypted.keySet().retainAll(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new SigningKey(decrypt(row), row.activatesAt()))
                .toList();
    }

    void add(SigningKey signingKey) {
        var encrypted = encryption.encrypt(signingKey.key());
        jdbc.sql("""
                        INSERT INTO signing_key (key_id, encrypted_jwk, salt, secret_version, activates_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .param(signingKey.key().getKeyID())
                .param(encrypted.jwk())
                .param(encrypted.salt())
                .param(encrypted.secretVersion())
                .param(Timestamp.from(signingKey.activatesAt()))
                .update();
    }

    /** Encrypts with the current secret the keys that the previous one encrypted. */
    void encryptAnew() {
        rows().stream().filter(row -> encryption.isOutdated(row.encrypted())).forEach(row -> {
            var encrypted = encryption.encrypt(decrypt(row));
            jdbc.sql("UPDATE signing_key SET encrypted_jwk = ?, salt = ?, secret_version = ? WHERE key_id = ?")
                    .param(encrypted.jwk())
                    .param(encrypted.salt())
                    .param(encrypted.secretVersion())
                    .param(row.id())
                    .update();
        });
    }

    /** Deletes the keys that were activated before this time. */
    void deleteActivatedBefore(Instant activatedAt) {
        jdbc.sql("DELETE FROM signing_key WHERE activates_at < ?")
                .param(Timestamp.from(activatedAt))
                .update();
    }

    private List<Row> rows() {
        return jdbc.sql("""
                        SELECT key_id, encrypted_jwk, salt, secret_version, activates_at FROM signing_key
                        ORDER BY activates_at DESC, key_id""").query((row, number) -> Row.of(row)).list();
    }

    private RSAKey decrypt(Row row) {
        return decrypted.computeIfAbsent(row.id(), id -> encryption.decrypt(row.encrypted()));
    }

    private record Row(String id, EncryptedKey encrypted, Instant activatesAt) {

        static Row of(ResultSet row) throws SQLException {
            var encrypted = new EncryptedKey(
                    row.getBytes("encrypted_jwk"), row.getString("salt"), row.getString("secret_version"));
            return new Row(
                    row.getString("key_id"),
                    encrypted,
                    row.getTimestamp("activates_at").toInstant());
        }
    }
}
