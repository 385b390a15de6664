package ecommerce.user.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import ecommerce.defaults.test.ServiceTest;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Simulates replicas with several {@link SigningKeys} on one database. */
@ServiceTest
@DirtiesContext // the test deletes the service's own keys
@Order(Integer.MAX_VALUE) // so no other class needs a second context
class SigningKeysIT {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @BeforeEach
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

    private SigningKeys replica() {
        var properties = new KeyProperties("a secret", DAY, AHEAD, LIFETIME, Duration.ofMinutes(1));
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var keys = new SigningKeys(new SigningKeyStore(jdbc, properties), properties, transaction, clock);
        keys.start();
        return keys;
    }

    private static List<String> ids(SigningKeys keys) {
        var all = new JWKSelector(new JWKMatcher.Builder().build());
        return keys.get(all, null).stream().map(JWK::getKeyID).toList();
    }
}
