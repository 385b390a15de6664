package ecommerce.user.throttle;

import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * The proxies whose {@code X-Forwarded-For} this service believes. A request that still has the address of one of them
 * came from a proxy that forwarded no client address, such as the gateway of the previous release. Limits by address
 * don't apply to it, because all clients would share them.
 */
@Component
class TrustedProxies {

    private final List<IpAddressMatcher> ranges;

    TrustedProxies(ThrottleProperties properties) {
        this.ranges =
                properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    boolean contain(String address) {
        return isLiteral(address) && ranges.stream().anyMatch(range -> range.matches(address));
    }

    private static boolean isLiteral(String address) {
        try {
            InetAddress.ofLiteral(address);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
