package ecommerce.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;

class ListLimitsTests {

    private final ListLimits limits = new ListLimits(100_000, 20, 100);

    @ParameterizedTest
    @CsvSource({
        "5000,, true",
        "5001,, false",
        "1000, 100, true",
        "1001, 100, false",
        "1001, 1000, false",
        "100000, 1, true",
        "2147483647, 100, false",
        "99999999999, 100, false",
        "'', '', true",
        "0, 1, true",
        "-1, 1, false",
        "1.5, 1, false",
        "x, 1, false",
        "0, 0, false",
        "0, x, false"
    })
    void refusesPagesBeyondTheDeepestAndWhatIsNoNumber(String page, String size, boolean allowed) {
        var request = new MockHttpServletRequest();
        request.setParameter("page", page);
        if (size != null) {
            request.setParameter("size", size);
        }

        var refusal = catchThrowable(() -> limits.check(request, false));

        if (allowed) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isInstanceOf(ErrorResponseException.class);
        }
    }
}
