package ecommerce.proxyclient.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class EncryptedCookieTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Visit VISIT = new Visit("secret-cart", 2, null);

    @Test
    void isReadByEachInstanceWithItsSecret() {
        assertThat(read(cookie("shop_visit", "new", "", DAY), cookie("shop_visit", "new", "", DAY)))
                .isEqualTo(VISIT);
        assertThat(read(cookie("shop_visit", "old", "", DAY), cookie("shop_visit", "new", "", DAY)))
                .isNull();
    }

    @Test
    void isReadWithTheSecretOfBefore() {
        assertThat(read(cookie("shop_visit", "old", "", DAY), cookie("shop_visit", "new", "old", DAY)))
                .isEqualTo(VISIT);
    }

    @Test
    void doesNotStandInForAnotherCookie() {
        assertThat(read(cookie("shop_other", "new", "", DAY), cookie("shop_visit", "new", "", DAY)))
                .isNull();
    }

    /** Whatever the browser makes of its lifetime. */
    @Test
    void ends() {
        assertThat(read(cookie("shop_visit", "new", "", Duration.ofSeconds(-1)), cookie("shop_visit", "new", "", DAY)))
                .isNull();
    }

    private static @Nullable Visit read(EncryptedCookie<Visit> writer, EncryptedCookie<Visit> reader) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("shop_visit", writer.of(VISIT).getValue()));
        return reader.read(request);
    }

    private static EncryptedCookie<Visit> cookie(String name, String secret, String previousSecret, Duration lifetime) {
        var properties = new SessionProperties(secret, previousSecret, lifetime, true);
        return new EncryptedCookie<>(
                name, Visit.class, properties, JsonMapper.builder().build());
    }
}
