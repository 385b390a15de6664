package ecommerce.user.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Groups client addresses. One customer of a provider has one IPv4 address, but very many IPv6 addresses. Other text than
 * an address is its own name.
 */
final class Network {

    /** The size of the IPv6 network that providers assign to a home, in bytes. */
    private static final int HOME = 7;

    /** The size of the IPv6 network that anyone can get for little money, in bytes. */
    private static final int SITE = 6;

    private static final int IPV4_LENGTH = 4;

    private Network() {}

    /** Returns a name of the IPv4 address or of the IPv6 network of 56 bits. */
    static String home(String address) {
        return prefix(address, HOME);
    }

    /** Returns a name of the IPv4 address or of the IPv6 network of 48 bits. */
    static String site(String address) {
        return prefix(address, SITE);
    }

    private static String prefix(String address, int length) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == IPV4_LENGTH ? bytes : Arrays.copyOf(bytes, length));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
