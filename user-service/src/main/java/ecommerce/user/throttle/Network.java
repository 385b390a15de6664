package ecommerce.user.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Groups client addresses. One provider's customer has one IPv4 address, but very many IPv6 addresses. */
final class Network {

    /** The size of the IPv6 network that providers assign to a home, in bytes. */
    private static final int IPV6_PREFIX = 7;

    private static final int IPV4_LENGTH = 4;

    private Network() {}

    /** Returns a name of the IPv4 address or of the IPv6 network (56 bits). Other text is its own name. */
    static String of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV4_LENGTH
                    ? HexFormat.of().formatHex(bytes)
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_PREFIX));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
