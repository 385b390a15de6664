package ecommerce.gateway;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configures which web pages of other sites may call the API.
 *
 * @param allowedOrigins exact origins, such as {@code https://shop.example.com}; none by default
 * @param publicUrl the shop's own URL, whose pages may always call the API: behind a proxy that ends TLS and isn't in
 *     {@code TRUSTED_PROXIES}, their origin differs from the address that the gateway sees
 */
@ConfigurationProperties("shop.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins, URI publicUrl) {

    private static final String ORIGIN = "https?://[\\w.-]+(:\\d+)?";

    CorsProperties {
        for (var origin : allowedOrigins) {
            Assert.isTrue(
                    origin.matches(ORIGIN),
                    () -> "CORS_ALLOWED_ORIGINS contains '%s', which is no origin like https://shop.example.com"
                            .formatted(origin));
        }
    }

    /** Returns the allowed origins and the shop's own. */
    List<String> allOrigins() {
        var own = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
        return Stream.concat(Stream.of(own), allowedOrigins.stream()).toList();
    }
}
