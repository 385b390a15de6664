package ecommerce.defaults.web;

import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;

class MaskedTokensTests {

    private static final String TOKEN = user(7).substring("Bearer ".length());

    @Test
    void masksATokenInAPath() {
        assertThat(MaskedTokens.in("/app/api/authenticate/jwt/" + TOKEN))
                .isEqualTo("/app/api/authenticate/jwt/(token)");
        assertThat(MaskedTokens.in("/api/products/eyJ")).isEqualTo("/api/products/eyJ");
    }

    @Test
    void masksATokenInTheUrlOfASpan() {
        var context = new Observation.Context();
        context.addHighCardinalityKeyValue(KeyValue.of("http.url", "/jwt/" + TOKEN));

        new MaskedTokens().map(context);

        assertThat(context.getHighCardinalityKeyValue("http.url").getValue()).isEqualTo("/jwt/(token)");
    }
}
