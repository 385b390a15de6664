package ecommerce.proxyclient.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configures the page of the web shop.
 *
 * @param imageHosts other hosts that the page may load images of products and categories from, such as {@code
 *     https://images.example.com} or {@code https://*.example.com}
 */
@ConfigurationProperties("shop.page")
record PageProperties(@DefaultValue List<String> imageHosts) {

    private static final String HOST = "https?://(\\*\\.)?[\\w.-]+(:\\d+)?";

    PageProperties {
        for (var host : imageHosts) {
            Assert.isTrue(
                    host.matches(HOST),
                    () -> "IMAGE_HOSTS contains '%s', which is no host like https://images.example.com"
                            .formatted(host));
        }
    }

    /** Returns the sources of images for a content security policy. */
    String imageSources() {
        return Stream.concat(Stream.of("'self'"), imageHosts.stream()).collect(Collectors.joining(" "));
    }
}
