package ecommerce.user.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import ecommerce.defaults.test.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Simulates replicas with several {@link SigningKeys} on one database. */
@ServiceTest
@DirtiesContext // the test ends the service's scheduled tasks and deletes its keys
@Order(Integer.MAX_VALUE) // so no other class needs a second context
class SigningKeysIT {

    private static final String SECRET = "a secret";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ScheduledTaskHolder tasks;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    /** The service checks its keys each minute, and would create one with its own secret during a test. */
    @BeforeEach
    void endTheServicesOwnRotation() {
        tasks.getScheduledTasks().forEach(ScheduledTask::cancel);
        forgetAllKeys();
    }

    @AfterEach
    void forgetAllKeys() {
        jdbc.sql("DELETE FROM signing_key").update();
    }

    @Test
    void sharesOneKeyBetweenReplicas() {
        var first = ids(replica());
        var second = ids(replica());

        assertThat(first).hasSize(1).isEqualTo(second);
    }

    @Test
    void publishesTheNextKeyBeforeItSigns() {
        var keys = replica();
        var old = ids(keys).getFirst();

        now = now.plus(DAY).minus(AHEAD);
        keys.rotate();
        assertThat(ids(keys)).hasSize(2).startsWith(old);

        now = now.plus(AHEAD);
        assertThat(ids(keys)).hasSize(2).endsWith(old);
    }

    @Test
    void deletesAKeyOnlyAfterItsLastTokenHasExpired() {
        var keys = replica();
        var old = ids(keys).getFirst();
        now = now.plus(DAY);
        keys.rotate();
        now = now.plus(AHEAD).plus(LIFETIME);
        keys.rotate();
        assertThat(ids(keys)).contains(old);

        now = now.plus(Duration.ofMinutes(3));
        keys.rotate();
        assertThat(ids(keys)).hasSize(1).doesNotContain(old);
    }

    @Test
    void storesNoKeyInPlainText() {
        replica();

        assertThat(jdbc.sql("SELECT encode(encrypted_jwk, 'escape') FROM signing_key")
                        .query(String.class)
                        .single())
                .doesNotContain("kty", "RSA");
    }

    @Test
    void encryptsAllKeysAnewWithTheCurrentSecret() {
        var keys = ids(replica("the old secret", ""));
        var oldVersion = secretVersions();

        assertThat(ids(replica("the new secret", "the old secret"))).isEqualTo(keys);

        assertThat(secretVersions()).hasSize(1).isNotEqualTo(oldVersion);
        assertThat(ids(replica("the new secret", ""))).isEqualTo(keys);
        assertThatIllegalStateException()
                .isThrownBy(() -> replica("the old secret", ""))
                .withMessageContainingAll(
                        "KEY_ENCRYPTION_SECRET", secretVersions().getFirst());
    }

    @Test
    void letsReplicasWithTheOldSecretContinue() {
        var old = replica("the old secret", "");
        var keys = ids(old);
        var updated = replica("the new secret", "the old secret");
        var version = secretVersions();
        old.rotate();
        assertThat(ids(old)).isEqualTo(keys);
        assertThat(secretVersions()).isEqualTo(version);

        now = now.plus(DAY);
        updated.rotate();

        assertThat(ids(updated)).hasSize(2).containsAll(keys);
        assertThatIllegalStateException().isThrownBy(old::rotate);
        assertThat(ids(old)).isEqualTo(keys);
    }

    @Test
    void sharesKeysWithTheVersionBefore() throws JOSEException {
        var jwk = new RSAKeyGenerator(2048).keyID("before").generate().toJSONString();
        jdbc.sql(
                        "INSERT INTO signing_key (key_id, encrypted_jwk, salt, activates_at) VALUES ('before', ?, 'a1b2c3d4', ?)")
                .param(AesGcmBytesEncryptor.withPassword(SECRET, "a1b2c3d4")
                        .build()
                        .encrypt(jwk.getBytes(StandardCharsets.UTF_8)))
                .param(Timestamp.from(now))
                .update();

        assertThat(ids(replica(SECRET, ""))).containsExactly("before");

        assertThat(secretVersions()).hasSize(1).doesNotContainNull();
        var stored = jdbc.sql("SELECT encrypted_jwk, salt FROM signing_key")
                .query((row, number) -> AesGcmBytesEncryptor.withPassword(SECRET, row.getString("salt"))
                        .build()
                        .decrypt(row.getBytes("encrypted_jwk")))
                .single();
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo(jwk);
    }

    @Test
    void decryptsKeysOfTheVersionBeforeWithThePreviousSecret() {
        var keys = ids(replica("the old secret", ""));
        jdbc.sql("UPDATE signing_key SET secret_version = NULL").update();

        assertThat(ids(replica("the new secret", "the old secret"))).isEqualTo(keys);
    }

    private List<String> secretVersions() {
        return jdbc.sql("SELECT secret_version FROM signing_key")
                .query(String.class)
                .list();
    }

    private SigningKeys replica() {
        return replica(SECRET, "");
    }

    private SigningKeys replica(String secret, String previous) {
        var properties = new KeyProperties(secret, previous, DAY, AHEAD, LIFETIME, Duration.ofMinutes(1));
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var keys = new SigningKeys(
                new SigningKeyStore(jdbc, new KeyEncryption(properties)), properties, transaction, clock);
        keys.start();
        return keys;
    }

    private static List<String> ids(SigningKeys keys) {
        var all = new JWKSelector(new JWKMatcher.Builder().build());
        return keys.get(all, null).stream().map(JWK::getKeyID).toList();
    }
}
