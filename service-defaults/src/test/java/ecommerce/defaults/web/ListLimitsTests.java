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
        "5001, 0, false",
        "x, x, true",
        "99999999999, 100, true"
    })
    void refusesPagesBeyondTheDeepest(String page, String size, boolean allowed) {
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
