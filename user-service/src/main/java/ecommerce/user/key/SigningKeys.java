package ecommerce.user.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign and verify access tokens, identical on all replicas and across restarts. A new key is created when
 * the newest one is due for rotation. It is published before it signs, and kept until the last token that it signed
 * expires.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, SmartLifecycle {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final SigningKeyStore store;
    private final KeyProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile List<SigningKey> known = List.of();
    private volatile boolean running;

    SigningKeys(SigningKeyStore store, KeyProperties properties, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Loads the keys before the web server starts, so that the server never runs without a key. */
    @Override
    public void start() {
        rotate();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** Returns all matching published keys, the signing key first. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var now = clock.instant();
        var signsFirst =
                Comparator.comparing((SigningKey key) -> key.activatesAt().isAfter(now));
        var published = known.stream().sorted(signsFirst).map(SigningKey::key).<JWK>map(key -> key);
        return selector.select(new JWKSet(published.toList()));
    }

    /**
     * Rotates the keys: creates the next key ahead of time, and deletes a key after its last token has expired. Encrypts all keys
     * with the current secret. If it fails, for example because another replica has a newer secret, the known keys stay in use.
     */
    @Scheduled(fixedDelayString = "${shop.keys.check-interval}")
    void rotate() {
        known = transaction.execute(status -> {
            store.lock();
            store.encryptAnew();
            var now = clock.instant();
            var keys = store.findAll();
            if (keys.isEmpty()) {
                store.add(new SigningKey(generate(), now));
            } else if (isDue(keys.getFirst(), now)) {
                store.add(new SigningKey(generate(), now.plus(properties.publishAhead())));
            }
            forgetEnded(keys, now);
            return store.findAll();
        });
    }

    private boolean isDue(SigningKey newest, Instant now) {
        var successorSigns = newest.activatesAt().plus(properties.rotationInterval());
        return !now.isBefore(successorSigns.minus(properties.publishAhead()));
    }

    private void forgetEnded(List<SigningKey> keys, Instant now) {
        var lastUseOfPredecessors = now.minus(properties.tokenLifetime()).minus(CLOCK_SKEW);
        keys.stream()
                .map(SigningKey::activatesAt)
                .filter(activatesAt -> activatesAt.isBefore(lastUseOfPredecessors))
                .findFirst()
                .ifPresent(store::deleteActivatedBefore);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM can't generate an RSA key", e);
        }
    }
}
