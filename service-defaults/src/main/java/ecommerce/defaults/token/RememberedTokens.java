package ecommerce.defaults.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Uses the result of a successful check of a token for ten seconds, but never after the token expires. A caller sends the
 * same token with many requests, and the check of its signature costs a large part of a short request.
 */
public final class RememberedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_TOKENS = 1000;

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> tokens = Caffeine.newBuilder()
            .expireAfter(Expiry.<String, Jwt>creating((_, jwt) -> remaining(jwt)))
            .maximumSize(MOST_TOKENS)
            .build();

    /** @param decoder checks the tokens whose result isn't known, and throws for those that it refuses */
    public RememberedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        return tokens.get(token, decoder::decode);
    }

    private static Duration remaining(Jwt jwt) {
        var expiresAt = jwt.getExpiresAt();
        if (expiresAt == null) {
            return LONGEST;
        }
        var remaining = Duration.between(Instant.now(), expiresAt);
        if (remaining.isNegative()) {
            return Duration.ZERO;
        }
        return remaining.compareTo(LONGEST) < 0 ? remaining : LONGEST;
    }
}
