package ecommerce.defaults.keyset;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;

/**
 * The key set of user-service. Nimbus caches it and, if user-service is unavailable, uses it for ten times as long. An
 * unknown key id causes a fetch, but forged ones cause only a few: beyond that the key is unknown without another
 * fetch, or can't be known if the latest fetch failed.
 */
final class FetchedKeySet implements JWKSource<SecurityContext> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Fetch fetch;
    private final JWKSource<SecurityContext> cached;

    FetchedKeySet(RestOperations http, String uri, KeySetProperties properties) {
        this.fetch = new Fetch(http, uri);
        this.cached = JWKSourceBuilder.create(fetch)
                .cache(properties.cache().toMillis(), LONGEST_WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(properties.refetchInterval().toMillis())
                .outageTolerant(true)
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        var keys = known(selector, context);
        if (keys.isEmpty() && !fetch.latestSucceeded) {
            throw new JWKSetUnavailableException("The key is unknown, and the latest fetch of the key set failed");
        }
        return keys;
    }

    private List<JWK> known(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return cached.get(selector, context);
        } catch (RateLimitReachedException tooMany) {
            return List.of();
        }
    }

    private static final class Fetch implements JWKSetSource<SecurityContext> {

        private final RestOperations http;
        private final String uri;
        private volatile boolean latestSucceeded;

        Fetch(RestOperations http, String uri) {
            this.http = http;
            this.uri = uri;
        }

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
                throws KeySourceException {
            var succeeded = false;
            try {
                var keys = JWKSet.parse(Objects.requireNonNullElse(http.getForObject(uri, String.class), ""));
                succeeded = true;
                return keys;
            } catch (RestClientException e) {
                throw new JWKSetRetrievalException("The key set can't be fetched", e);
            } catch (ParseException e) {
                throw new JWKSetParseException("The key set can't be read", e);
            } finally {
                latestSucceeded = succeeded;
            }
        }

        @Override
        public void close() {
            // nothing is open between fetches
        }
    }
}
