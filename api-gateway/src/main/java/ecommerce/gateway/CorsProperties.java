package ecommerce.gateway;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configures which web pages of other sites may call the API.
 *
 * @param allowedOrigins exact origins, such as {@code https://shop.example.com}; none by default
 */
@ConfigurationProperties("shop.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {

    private static final String ORIGIN = "https?://[\\w.-]+(:\\d+)?";

    CorsProperties {
        for (var origin : allowedOrigins) {
            Assert.isTrue(
                    origin.matches(ORIGIN),
                    () -> "CORS_ALLOWED_ORIGINS contains '%s', which is no origin like https://shop.example.com"
                            .formatted(origin));
        }
    }
}
