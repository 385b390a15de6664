package ecommerce.defaults.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::7, 20010db800010002",
        "2001:0db8:0001:0003:0:0:0:7, 20010db800010003",
        "fe80:0:0:0:1:2:3:4%eth9, fe80000000000000",
        "::ffff:192.0.2.1, c0000201"
    })
    void isAnIpv4AddressOrAnIpv6Network(String address, String client) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);

        assertThat(ClientAddress.of(request)).isEqualTo(client);
    }
}
