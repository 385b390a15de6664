package ecommerce.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryEncodingTests {

    @ParameterizedTest
    @CsvSource({
        "q=a=b, q=a%3Db",
        "q=a%3Db&size=5, q=a%3Db&size=5",
        "q=100%&size=5, q=100%25&size=5",
        "q=%zz%20x, q=%25zz%20x",
        "q=a+b&&flag&=x, q=a+b&&flag&=x",
        "q=crème|{brûlée}, q=cr%C3%A8me%7C%7Bbr%C3%BBl%C3%A9e%7D",
        "'sort=orderFee,desc', 'sort=orderFee,desc'"
    })
    void encodesOnlyUnencodedCharacters(String query, String encoded) {
        assertThat(QueryEncoding.encode(query)).isEqualTo(encoded);
    }
}
