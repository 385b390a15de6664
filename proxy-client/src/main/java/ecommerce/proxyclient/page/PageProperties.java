package ecommerce.proxyclient.page;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configures the pages of the web shop.
 *
 * @param imageHosts other hosts that pages may load images of products and categories from, such as {@code
 *     https://images.example.com} or {@code https://*.example.com}
 * @param publicUrl the shop's URL, without a slash at its end, for canonical addresses
 * @param timeZone the time zone in which pages show times
 */
@ConfigurationProperties("shop.page")
public record PageProperties(
        @DefaultValue List<String> imageHosts,
        String publicUrl,
        @DefaultValue("UTC") String timeZone) {

    private static final String HOST = "https?://(\\*\\.)?[\\w.-]+(:\\d+)?";

    public PageProperties {
        for (var host : imageHosts) {
            Assert.isTrue(
                    host.matches(HOST),
                    () -> "IMAGE_HOSTS contains '%s', which is no host like https://images.example.com"
                            .formatted(host));
        }
        Assert.isTrue(
                ZoneId.getAvailableZoneIds().contains(timeZone),
                () -> "TIME_ZONE is '%s', which is no time zone like Europe/Madrid".formatted(timeZone));
    }

    /** Returns the address of a path of the shop, for what isn't read on its pages. Keeps an address of another host. */
    public String absolute(String address) {
        return address.startsWith("/") ? publicUrl + address : address;
    }

    /** Returns whether the content security policy lets pages load an image from this address. */
    public boolean loadsImage(String address) {
        return address.matches("/(?![/\\\\]).*") || imageHosts.stream().anyMatch(host -> covers(host, address));
    }

    private static boolean covers(String host, String address) {
        var anySubdomain = Pattern.quote(host).replace("*.", "\\E[\\w.-]+\\.\\Q");
        return address.matches(anySubdomain + "(/.*)?");
    }

    /** Returns the sources of images for a content security policy. */
    String imageSources() {
        return Stream.concat(Stream.of("'self'"), imageHosts.stream()).collect(Collectors.joining(" "));
    }
}
