package ecommerce.defaults.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTests {

    private final List<String> checked = new ArrayList<>();

    @Test
    void checksATokenOnce() {
        var tokens = tokensThatExpire(Instant.now().plusSeconds(900));

        var first = tokens.decode("a");

        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(tokens.decode("b")).isNotSameAs(first);
        assertThat(checked).containsExactly("a", "b");
    }

    @Test
    void checksAnExpiredTokenEachTime() {
        var tokens = tokensThatExpire(Instant.now().minusSeconds(1));

        tokens.decode("a");
        tokens.decode("a");

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void checksARefusedTokenEachTime() {
        var tokens = new RememberedTokens(token -> {
            checked.add(token);
            throw new BadJwtException("forged");
        });

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        assertThat(checked).containsExactly("a", "a");
    }

    private JwtDecoder tokensThatExpire(Instant expiresAt) {
        return new RememberedTokens(token -> {
            checked.add(token);
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .issuedAt(expiresAt.minusSeconds(900))
                    .expiresAt(expiresAt)
                    .build();
        });
    }
}
