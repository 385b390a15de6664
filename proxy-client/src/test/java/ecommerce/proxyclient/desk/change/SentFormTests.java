package ecommerce.proxyclient.desk.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class SentFormTests {

    private static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Test
    void leavesOnlyALongTextOutOfItsAddress() {
        var fields = fields(3);
        fields.put("reason", "long ".repeat(200));

        assertThat(address(fields))
                .contains("key=" + KEY, "etag=4", "pieces-3=1")
                .doesNotContain("reason");
    }

    @Test
    void hasTheAddressOfTheRecordIfTheFieldsThatDecideAreTooLong() {
        var fields = fields(100);
        fields.put("reason", "Broken");

        assertThat(address(fields)).isEqualTo("/record");
    }

    private static Map<String, String> fields(int products) {
        var fields = new LinkedHashMap<>(Map.of("key", KEY, "etag", "4"));
        IntStream.rangeClosed(1, products).forEach(product -> fields.put("pieces-" + product, "1"));
        return fields;
    }

    private static String address(Map<String, String> fields) {
        var request = new MockHttpServletRequest("POST", "/page");
        fields.forEach(request::setParameter);
        return SentForm.of(new ServletWebRequest(request, new MockHttpServletResponse()), "/record")
                .address();
    }
}
